package io.commonplace.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** Somebody who reads most of the time, sometimes writes, and seldom tidies up. One thread. */
final class Person implements Runnable {
    private final Account account;
    private final World world;
    private final Load load;
    private final Mix mix;
    private final Random random;
    private final boolean roams;
    private final List<Operation> history = new ArrayList<>();
    private Visit visit;

    Person(Account account, World world, Load load, Mix mix) {
        this.account = account;
        this.world = world;
        this.load = load;
        this.mix = mix;
        this.random = account.random();
        this.roams = random.nextInt(6) == 0;
        this.visit = begin();
    }

    /** What the person has done; complete when the thread has ended. */
    List<Operation> history() {
        return history;
    }

    @Override
    public void run() {
        long next = System.nanoTime();
        while (load.goesOn()) {
            next = Math.max(System.nanoTime(), next + load.pause(random));
            if (!pauseUntil(next)) {
                return;
            }
            List<Operation> done = act(mix.draw(random));
            history.addAll(done);
            load.count(done.size());
            if (done.stream().anyMatch(operation -> operation.outcome() == Outcome.SIGNED_OUT)) {
                signInAgain();
            }
        }
    }

    private List<Operation> act(Kind kind) {
        Leaf leaf = world.library().one(random);
        return switch (kind) {
            case READ ->
                List.of(Reading.read(visit, leaf, random.nextInt(20) == 0 ? leaf.formerPlace(random) : leaf.place()));
            case HISTORY -> List.of(Reading.history(visit, leaf));
            case TREE -> List.of(Reading.tree(visit, world.library().shelf(random)));
            case RECENT -> List.of(Reading.recent(visit));
            case EDIT, WRITE -> Writing.write(visit, leaf);
            case CREATE -> create();
            case RESTORE -> Tidying.tidy(visit, world.library().oneToRestore(random), kind);
            case MOVE, DELETE -> Tidying.tidy(visit, world.library().oneToMove(random), kind);
        };
    }

    private List<Operation> create() {
        Operation created = Writing.create(visit, world.library().shelf(random));
        String place = created.place();
        if (created.isDone() && place != null) {
            world.library().add(new Leaf(created.page(), place));
        }
        return List.of(created);
    }

    private Visit begin() {
        Visit begun = new Visit(world.sessions().incrementAndGet(), account.session(), world, random);
        return roams ? begun.roaming() : begun;
    }

    private void signInAgain() {
        while (load.goesOn() && !account.signIn(world.site())) {
            pauseUntil(System.nanoTime() + TimeUnit.SECONDS.toNanos(2));
        }
        visit = begin();
    }

    private static boolean pauseUntil(long time) {
        try {
            TimeUnit.NANOSECONDS.sleep(time - System.nanoTime());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
