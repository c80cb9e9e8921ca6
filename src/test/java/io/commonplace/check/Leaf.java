package io.commonplace.check;

import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;

/** A page that the people know of, and where they believe it is. */
final class Leaf {
    private final String name;
    private final List<String> places = new CopyOnWriteArrayList<>();
    private final AtomicBoolean taken = new AtomicBoolean();
    private volatile boolean there = true;

    Leaf(String name, String place) {
        this.name = name;
        places.add(place);
    }

    String name() {
        return name;
    }

    String place() {
        return places.get(places.size() - 1);
    }

    /** One of the places where it was. */
    String formerPlace(Random random) {
        return places.get(random.nextInt(places.size()));
    }

    /** Where it stands in the tree. */
    String shelf() {
        return place().substring(0, place().lastIndexOf('/'));
    }

    boolean isThere() {
        return there;
    }

    /** Lets one at a time change where it is; who has it gives it back by {@link #settle}, or never if the outcome is unknown. */
    boolean take() {
        return taken.compareAndSet(false, true);
    }

    void settle() {
        taken.set(false);
    }

    void movedTo(String place) {
        places.add(place);
    }

    void isThere(boolean now) {
        there = now;
    }
}
