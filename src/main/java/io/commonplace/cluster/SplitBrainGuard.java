package io.commonplace.cluster;

import io.commonplace.platform.LiveMembers;
import io.commonplace.platform.PeriodicTask;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/**
 * Suspects that this clone was put out of the grid. Being alone says nothing: the others may be down. But a clone that
 * stood still for longer than the grid waits for a heartbeat has been put out, and has old sessions until it is back. And
 * where the grid is split, the part that the grid will give up is out ({@link PartitionJudge}).
 */
@ApplicationScoped
public class SplitBrainGuard {
    private static final Duration TICK = Duration.ofSeconds(1);

    /** Just under the grid's hazelcast.max.no.heartbeat.seconds. */
    private static final Duration STANDSTILL = Duration.ofSeconds(4);

    /** So long it may take to find out that the others have gone on without it. */
    private static final Duration AT_LEAST = Duration.ofSeconds(10);

    /** By then it has found the others, or there are none. */
    private static final Duration AT_MOST = Duration.ofSeconds(45);

    @Inject
    private Members members;

    @Inject
    private LiveMembers liveMembers;

    private final PartitionJudge partitionJudge = new PartitionJudge();
    private final PeriodicTask ticking = new PeriodicTask("isolation", this::tick);
    private volatile long ticked = System.nanoTime();
    /** Clones at once, as far as this one has seen: there may be more than when it was started. */
    private volatile int most;

    private volatile long awake = System.nanoTime() - AT_MOST.toNanos();

    @PostConstruct
    void start() {
        ticking.start(Duration.ZERO, TICK);
    }

    @PreDestroy
    void stop() {
        ticking.close();
    }

    public boolean isSuspected() {
        return hasStoodStill() || partitionJudge.isGivenUp(System.nanoTime());
    }

    /** Whether what isn't there in this part of the grid may be there in another one. */
    public boolean mayBeGivenUp() {
        tick();
        return partitionJudge.mayBeGivenUp();
    }

    private boolean hasStoodStill() {
        tick();
        long sinceAwake = System.nanoTime() - awake;
        if (Math.max(members.expected(), most) < 2 || sinceAwake >= AT_MOST.toNanos()) {
            return false;
        }
        return sinceAwake < AT_LEAST.toNanos() || members.count() < 2;
    }

    private synchronized void tick() {
        long now = System.nanoTime();
        if (now - ticked > STANDSTILL.toNanos()) {
            awake = now;
        }
        ticked = now;
        if (members.isRunning()) {
            most = Math.max(most, members.count());
            partitionJudge.see(members.byAge(), liveMembers.alive(), now);
        }
    }
}
