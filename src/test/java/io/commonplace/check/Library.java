package io.commonplace.check;

import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;

/** The pages of the check: some that everybody reads and writes, and the others. */
final class Library {
    /** Below these all pages stand. */
    static final List<String> SHELVES = List.of("north", "east", "south", "west", "up", "down");

    private static final int HOT = 4;
    private static final int LATELY = 6;

    private final List<Leaf> leaves = new CopyOnWriteArrayList<>();
    private final double hotShare;

    /** @param hotShare of the operations that are about one of the few hot pages */
    Library(double hotShare) {
        this.hotShare = hotShare;
    }

    void add(Leaf leaf) {
        leaves.add(leaf);
    }

    List<Leaf> all() {
        return List.copyOf(leaves);
    }

    /** A page to read or write: a hot one, one that was made lately, or any. */
    Leaf one(Random random) {
        int size = leaves.size();
        double luck = random.nextDouble();
        if (luck < hotShare) {
            return leaves.get(random.nextInt(Math.min(HOT, size)));
        }
        return luck > 0.95
                ? leaves.get(size - 1 - random.nextInt(Math.min(LATELY, size)))
                : leaves.get(random.nextInt(size));
    }

    /** A page to move or delete: never a hot one, which all others want to have at hand. */
    Leaf oneToMove(Random random) {
        return leaves.get(HOT + random.nextInt(leaves.size() - HOT));
    }

    /** A page that was deleted, if there is one. */
    Leaf oneToRestore(Random random) {
        List<Leaf> deleted = leaves.stream().filter(leaf -> !leaf.isThere()).toList();
        return deleted.isEmpty() ? oneToMove(random) : deleted.get(random.nextInt(deleted.size()));
    }

    String shelf(Random random) {
        return SHELVES.get(random.nextInt(SHELVES.size()));
    }
}
