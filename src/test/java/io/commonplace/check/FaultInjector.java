package io.commonplace.check;

import io.commonplace.outside.Cluster;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Injects one fault after the other. Each is healed before the next. Their order is derived from the seed. */
final class FaultInjector implements Runnable {
    private final List<Fault> faults;
    private final Databases databases;
    private final Workload load;
    private final Random random;
    private final Consumer<String> log;
    private final List<InjectedFault> incidents = new ArrayList<>();
    private volatile Fault.@Nullable ActiveFault active;
    private volatile @Nullable RuntimeException failure;

    FaultInjector(List<Fault> faults, Databases databases, Workload load, Random random, Consumer<String> log) {
        this.faults = faults;
        this.databases = databases;
        this.load = load;
        this.random = random;
        this.log = log;
        Runtime.getRuntime().addShutdownHook(new Thread(this::heal));
    }

    /** Injects each fault once, and continues until the workload is done. */
    @Override
    public void run() {
        try {
            List<Fault> order = new ArrayList<>(faults);
            do {
                Collections.shuffle(order, random);
                for (Fault fault : order) {
                    if (load.isRunning() && !(load.isReached() && incidents.size() >= faults.size())) {
                        inject(fault);
                    }
                }
            } while (!faults.isEmpty() && !load.isReached());
            load.allowEnd();
        } catch (RuntimeException e) {
            failure = e;
            heal();
            load.abort();
        }
    }

    private void inject(Fault fault) {
        Waiting.sleep(between(2_000, 4_000));
        long begin = System.nanoTime();
        Fault.ActiveFault damage = fault.begin().get();
        active = damage;
        log.accept(damage.what());
        Waiting.sleep(between(fault.shortest(), fault.longest()));
        heal();
        long healed = System.nanoTime();
        Cluster.awaitWhole();
        databases.awaitFollowing();
        incidents.add(new InjectedFault(fault.name() + ": " + damage.what(), begin, healed, System.nanoTime()));
        log.accept("recovered");
    }

    private Duration between(int shortest, int longest) {
        return Duration.ofMillis(shortest + random.nextInt(longest - shortest + 1));
    }

    private synchronized void heal() {
        Fault.ActiveFault damage = active;
        active = null;
        if (damage != null) {
            damage.heal().run();
        }
    }

    List<InjectedFault> incidents() {
        return incidents;
    }

    /** The failure that stopped the injection, if any. */
    @Nullable
    RuntimeException failure() {
        return failure;
    }
}
