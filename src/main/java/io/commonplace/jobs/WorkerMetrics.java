package io.commonplace.jobs;

import io.commonplace.platform.DurationHistogram;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Counts this clone's jobs and steps since its start, by kind of job. */
@ApplicationScoped
public class WorkerMetrics {
    private static final Logger LOG = Logger.getLogger(WorkerMetrics.class.getName());

    @Inject
    private JobKinds kinds;

    /** Filled at the start and not changed afterwards, so it needs no lock. */
    private final Map<String, Counts> byKind = new HashMap<>();

    @PostConstruct
    void begin() {
        kinds.names().forEach(kind -> byKind.put(kind, new Counts()));
    }

    void stepEnded(String kind, StepOutcome outcome, long nanos) {
        Counts counts = byKind.get(kind);
        if (counts != null) {
            counts.steps[outcome.ordinal()].increment();
            counts.durations.add(nanos);
        }
    }

    void jobChanged(@Observes(during = TransactionPhase.AFTER_SUCCESS) JobStateChanged job) {
        LOG.log(Level.INFO, "Job {0} ({1}): {2}", new Object[] {Long.toString(job.id()), job.kind(), job.state()});
        Counts counts = byKind.get(job.kind());
        if (counts != null) {
            counts.jobs[job.state().ordinal()].increment();
        }
    }

    public List<String> kinds() {
        return byKind.keySet().stream().sorted().toList();
    }

    /** The number of jobs that were started on this clone ({@code QUEUED}), or whose last step ran on it. */
    public long jobs(String kind, JobState state) {
        return counts(kind).jobs[state.ordinal()].sum();
    }

    public long steps(String kind, StepOutcome outcome) {
        return counts(kind).steps[outcome.ordinal()].sum();
    }

    /** The durations of all attempts at steps, with any outcome. */
    public DurationHistogram durations(String kind) {
        return counts(kind).durations;
    }

    private Counts counts(String kind) {
        return byKind.getOrDefault(kind, new Counts());
    }

    private static final class Counts {
        private final LongAdder[] jobs = adders(JobState.values().length);
        private final LongAdder[] steps = adders(StepOutcome.values().length);
        private final DurationHistogram durations = new DurationHistogram();

        private static LongAdder[] adders(int count) {
            LongAdder[] adders = new LongAdder[count];
            for (int i = 0; i < count; i++) {
                adders[i] = new LongAdder();
            }
            return adders;
        }
    }
}
