package io.commonplace.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * One simulated person, with a thread of their own: reads most of the time, sometimes writes, rarely moves, deletes or
 * restores.
 */
final class Person implements Runnable {
    private final Account account;
    private final CheckContext context;
    private final Workload load;
    private final OperationMix mix;
    private final Random random;
    private final boolean changesClones;
    private final List<Operation> history = new ArrayList<>();
    private Visit visit;

    Person(Account account, CheckContext context, Workload load, OperationMix mix) {
        this.account = account;
        this.context = context;
        this.load = load;
        this.mix = mix;
        this.random = account.random();
        this.changesClones = random.nextInt(6) == 0;
        this.visit = startVisit();
    }

    /** The recorded operations; complete when the thread has ended. */
    List<Operation> history() {
        return history;
    }

    @Override
    public void run() {
        long next = System.nanoTime();
        while (load.isRunning()) {
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

    private List<Operation> act(OperationKind kind) {
        TestPage testPage = context.testPages().randomPage(random);
        return switch (kind) {
            case READ ->
                List.of(Reading.read(
                        visit, testPage, random.nextInt(20) == 0 ? testPage.formerPlace(random) : testPage.place()));
            case HISTORY -> List.of(Reading.history(visit, testPage));
            case TREE -> List.of(Reading.tree(visit, context.testPages().randomSection(random)));
            case RECENT -> List.of(Reading.recent(visit));
            case SEARCH -> List.of(Reading.search(visit, testPage));
            case LINK -> LinkingPage.hasLinkTo(testPage.name()) ? List.of(Reading.link(visit, testPage)) : List.of();
            case EDIT, WRITE -> Writing.write(visit, testPage);
            case CREATE -> create();
            case RESTORE -> Restructuring.change(visit, context.testPages().randomPageToRestore(random), kind);
            case MOVE, DELETE -> Restructuring.change(visit, context.testPages().randomPageToMove(random), kind);
        };
    }

    private List<Operation> create() {
        Operation created = Writing.create(visit, context.testPages().randomSection(random));
        String place = created.place();
        if (created.isDone() && place != null) {
            context.testPages().add(new TestPage(created.page(), place));
        }
        return List.of(created);
    }

    private Visit startVisit() {
        Visit started = new Visit(context.sessions().incrementAndGet(), account.session(), context, random);
        return changesClones ? started.changingClones() : started;
    }

    private void signInAgain() {
        while (load.isRunning() && !account.signIn(context.site())) {
            pauseUntil(System.nanoTime() + TimeUnit.SECONDS.toNanos(2));
        }
        visit = startVisit();
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
