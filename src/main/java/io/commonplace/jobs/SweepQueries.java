package io.commonplace.jobs;

import io.commonplace.cluster.Members;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Objects;

/** Finds the steps that the sweep recovers. */
@ApplicationScoped
class SweepQueries {
    @Inject
    private StepStore steps;

    @Inject
    private JobStore jobs;

    @Inject
    private Members members;

    @Inject
    private StepRunner runner;

    @Inject
    private Clock clock;

    /** Steps whose worker has left the grid. */
    @Transactional
    public List<JobStep> abandoned() {
        return steps.running().stream()
                .filter(step -> !members.isAlive(worker(step)))
                .toList();
    }

    /** Steps that this clone has claimed and none of its threads runs: their end could not be written. */
    @Transactional
    public List<JobStep> dropped() {
        return steps.running().stream()
                .filter(step -> worker(step).equals(members.self()) && !runner.isRunning(step.id()))
                .toList();
    }

    private static String worker(JobStep step) {
        return Objects.requireNonNullElse(step.worker(), "");
    }

    /** At most {@code limit} steps that no worker has claimed in time. */
    @Transactional
    public List<Overdue> overdue(int limit) {
        return steps.overdue(clock.instant(), limit).stream()
                .map(step -> new Overdue(
                        step.id(),
                        Objects.requireNonNull(jobs.find(step.jobId())).kind()))
                .toList();
    }

    record Overdue(long stepId, String kind) {}
}
