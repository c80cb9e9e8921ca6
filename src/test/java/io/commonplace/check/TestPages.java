package io.commonplace.check;

import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;

/** The pages under test: a few hot ones, which everybody reads and writes, and the others. */
final class TestPages {
    /** The parents of all pages. */
    static final List<String> SECTIONS = List.of("north", "east", "south", "west", "up", "down");

    private static final int HOT = 4;
    private static final int RECENT = 6;

    private final List<TestPage> testPages = new CopyOnWriteArrayList<>();
    private final double hotShare;

    /** @param hotShare the share of operations on the few hot pages, 0 to 1 */
    TestPages(double hotShare) {
        this.hotShare = hotShare;
    }

    void add(TestPage testPage) {
        testPages.add(testPage);
    }

    List<TestPage> all() {
        return List.copyOf(testPages);
    }

    /** A page to read or write: a hot one, a recent one, or any. */
    TestPage randomPage(Random random) {
        int size = testPages.size();
        double chance = random.nextDouble();
        if (chance < hotShare) {
            return testPages.get(random.nextInt(Math.min(HOT, size)));
        }
        return chance > 0.95
                ? testPages.get(size - 1 - random.nextInt(Math.min(RECENT, size)))
                : testPages.get(random.nextInt(size));
    }

    /** A page to move or delete; never a hot one, which the other operations need. */
    TestPage randomPageToMove(Random random) {
        return testPages.get(HOT + random.nextInt(testPages.size() - HOT));
    }

    /** A deleted page, if there is one. */
    TestPage randomPageToRestore(Random random) {
        List<TestPage> deleted =
                testPages.stream().filter(testPage -> !testPage.exists()).toList();
        return deleted.isEmpty() ? randomPageToMove(random) : deleted.get(random.nextInt(deleted.size()));
    }

    String randomSection(Random random) {
        return SECTIONS.get(random.nextInt(SECTIONS.size()));
    }
}
