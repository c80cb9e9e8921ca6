package io.commonplace.check;

import io.commonplace.outside.Cluster;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes one fault after the other happen, each healed before the next, in an order that follows from the seed. */
final class Injector implements Runnable {
    private final List<Fault> faults;
    private final Databases databases;
    private final Load load;
    private final Random random;
    private final Consumer<String> tell;
    private final List<Incident> incidents = new ArrayList<>();
    private volatile Fault.@Nullable Damage open;
    private volatile @Nullable RuntimeException failure;

    Injector(List<Fault> faults, Databases databases, Load load, Random random, Consumer<String> tell) {
        this.faults = faults;
        this.databases = databases;
        this.load = load;
        this.random = random;
        this.tell = tell;
        Runtime.getRuntime().addShutdownHook(new Thread(this::heal));
    }

    /** All faults once, and again as long as the people are at work. */
    @Override
    public void run() {
        try {
            List<Fault> order = new ArrayList<>(faults);
            do {
                Collections.shuffle(order, random);
                for (Fault fault : order) {
                    if (load.goesOn() && !(load.isReached() && incidents.size() >= faults.size())) {
                        happen(fault);
                    }
                }
            } while (!faults.isEmpty() && !load.isReached());
            load.mayEnd();
        } catch (RuntimeException e) {
            failure = e;
            heal();
            load.mustEnd();
        }
    }

    private void happen(Fault fault) {
        Patience.sleep(between(2_000, 4_000));
        long begin = System.nanoTime();
        Fault.Damage damage = fault.begin().get();
        open = damage;
        tell.accept(damage.what());
        Patience.sleep(between(fault.shortest(), fault.longest()));
        heal();
        long healed = System.nanoTime();
        Cluster.awaitWhole();
        databases.awaitFollowing();
        incidents.add(new Incident(fault.name() + ": " + damage.what(), begin, healed, System.nanoTime()));
        tell.accept("whole again");
    }

    private Duration between(int shortest, int longest) {
        return Duration.ofMillis(shortest + random.nextInt(longest - shortest + 1));
    }

    private synchronized void heal() {
        Fault.Damage damage = open;
        open = null;
        if (damage != null) {
            damage.heal().run();
        }
    }

    List<Incident> incidents() {
        return incidents;
    }

    /** Why it gave up, if it did. */
    @Nullable
    RuntimeException failure() {
        return failure;
    }
}
