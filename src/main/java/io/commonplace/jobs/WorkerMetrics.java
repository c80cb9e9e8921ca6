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

/** What this clone has done for jobs since it started, by their kinds. */
@ApplicationScoped
public class WorkerMetrics {
    private static final Logger LOG = Logger.getLogger(WorkerMetrics.class.getName());

    @Inject
    private JobKinds kinds;

    /** Nothing is added to it after the start. */
    private final Map<String, Work> byKind = new HashMap<>();

    @PostConstruct
    void begin() {
        kinds.names().forEach(kind -> byKind.put(kind, new Work()));
    }

    void stepEnded(String kind, StepOutcome outcome, long nanos) {
        Work work = byKind.get(kind);
        if (work != null) {
            work.steps[outcome.ordinal()].increment();
            work.durations.add(nanos);
        }
    }

    void jobTurned(@Observes(during = TransactionPhase.AFTER_SUCCESS) JobStateChanged job) {
        LOG.log(Level.INFO, "Job {0} ({1}): {2}", new Object[] {Long.toString(job.id()), job.kind(), job.state()});
        Work work = byKind.get(job.kind());
        if (work != null) {
            work.jobs[job.state().ordinal()].increment();
        }
    }

    public List<String> kinds() {
        return byKind.keySet().stream().sorted().toList();
    }

    /** Jobs that were asked for here ({@code QUEUED}), or whose last step was done here. */
    public long jobs(String kind, JobState state) {
        return work(kind).jobs[state.ordinal()].sum();
    }

    public long steps(String kind, StepOutcome outcome) {
        return work(kind).steps[outcome.ordinal()].sum();
    }

    /** Of attempts at steps, whatever came of them. */
    public DurationHistogram durations(String kind) {
        return work(kind).durations;
    }

    private Work work(String kind) {
        return byKind.getOrDefault(kind, new Work());
    }

    private static final class Work {
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
