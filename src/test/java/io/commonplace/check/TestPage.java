package io.commonplace.check;

import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;

/** A page under test, with its address as far as the workload knows. */
final class TestPage {
    private final String name;
    private final List<String> places = new CopyOnWriteArrayList<>();
    private final AtomicBoolean locked = new AtomicBoolean();
    private volatile boolean exists = true;

    TestPage(String name, String place) {
        this.name = name;
        places.add(place);
    }

    String name() {
        return name;
    }

    String place() {
        return places.get(places.size() - 1);
    }

    /** A random one of its current and former addresses. */
    String formerPlace(Random random) {
        return places.get(random.nextInt(places.size()));
    }

    /** The parent path. */
    String section() {
        return place().substring(0, place().lastIndexOf('/'));
    }

    boolean exists() {
        return exists;
    }

    /**
     * Locks the page for one change of its address at a time. The owner unlocks it by {@link #unlock}, or never if the
     * outcome is unknown.
     */
    boolean tryLock() {
        return locked.compareAndSet(false, true);
    }

    void unlock() {
        locked.set(false);
    }

    void movedTo(String place) {
        places.add(place);
    }

    void exists(boolean now) {
        exists = now;
    }
}
