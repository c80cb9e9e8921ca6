package io.commonplace.cluster;

import io.commonplace.platform.LiveMembers;
import io.commonplace.platform.PeriodicTask;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/**
 * Detects that this clone may be cut off from the grid. Being alone is no proof, because the others may be down. But the grid
 * removes a clone that was paused for longer than the timeout of its heartbeats; such a clone has old sessions until it is
 * back. And in a split grid, the losing side counts as cut off ({@link PartitionJudge}).
 */
@ApplicationScoped
public class SplitBrainGuard {
    private static final Duration INTERVAL = Duration.ofSeconds(1);

    /** A longer pause counts; just under the grid's hazelcast.max.no.heartbeat.seconds. */
    private static final Duration MAX_PAUSE = Duration.ofSeconds(4);

    /** After a pause, the grid may take this long to notice that the others have removed this clone. */
    private static final Duration MIN_SUSPICION = Duration.ofSeconds(10);

    /** After this time the clone has joined the others, or there are none. */
    private static final Duration MAX_SUSPICION = Duration.ofSeconds(45);

    @Inject
    private Members members;

    @Inject
    private LiveMembers liveMembers;

    private final PartitionJudge partitionJudge = new PartitionJudge();
    private final PeriodicTask task = new PeriodicTask("isolation", this::check);
    private volatile long lastCheck = System.nanoTime();

    /** The highest number of clones that this one has seen; there may be more than the configuration says. */
    private volatile int maxMembers;

    private volatile long resumed = System.nanoTime() - MAX_SUSPICION.toNanos();

    @PostConstruct
    void start() {
        task.start(Duration.ZERO, INTERVAL);
    }

    @PreDestroy
    void stop() {
        task.close();
    }

    public boolean isSuspected() {
        return wasPaused() || partitionJudge.isLosing(System.nanoTime());
    }

    /** Whether entries that are missing on this side of the grid may exist on another one. */
    public boolean mayBeLosing() {
        check();
        return partitionJudge.mayBeLosing();
    }

    private boolean wasPaused() {
        check();
        long sinceResumed = System.nanoTime() - resumed;
        if (Math.max(members.expected(), maxMembers) < 2 || sinceResumed >= MAX_SUSPICION.toNanos()) {
            return false;
        }
        return sinceResumed < MIN_SUSPICION.toNanos() || members.count() < 2;
    }

    private synchronized void check() {
        long now = System.nanoTime();
        if (now - lastCheck > MAX_PAUSE.toNanos()) {
            resumed = now;
        }
        lastCheck = now;
        if (members.isRunning()) {
            maxMembers = Math.max(maxMembers, members.count());
            partitionJudge.update(members.byAge(), liveMembers.alive(), now);
        }
    }
}
