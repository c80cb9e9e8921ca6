package io.commonplace.operations.metrics;

import io.commonplace.jobs.JobReports;
import io.commonplace.jobs.JobState;
import io.commonplace.jobs.OpenJobs;
import io.commonplace.jobs.QueueMetrics;
import io.commonplace.jobs.Queues;
import io.commonplace.jobs.StepOutcome;
import io.commonplace.jobs.WorkerMetrics;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.microprofile.metrics.Tag;

/** The queues and the open jobs, which all clones share, and what this clone has done of them. */
@ApplicationScoped
class JobGauges implements MetricSource {
    @Inject
    private Queues queues;

    @Inject
    private JobReports reports;

    @Inject
    private WorkerMetrics work;

    @Inject
    private Clock clock;

    @Resource
    private ManagedExecutorService executor;

    private final BackgroundValue<List<QueueMetrics>> depths =
            new BackgroundValue<>(this::inBackground, () -> queues.figures());
    private final BackgroundValue<List<OpenJobs>> open =
            new BackgroundValue<>(this::inBackground, () -> Optional.of(reports.open()));

    @Override
    public void register(Gauges gauges) {
        gauges.flag(
                "commonplace_broker_up",
                "Whether the broker answered",
                () -> depths.get().isPresent());
        Queues.NAMES.forEach(name -> queue(gauges, name));
        work.kinds().forEach(kind -> kind(gauges, kind));
    }

    private void queue(Gauges gauges, String name) {
        Tag tag = new Tag("queue", name);
        gauges.add("commonplace_queue_waiting", "Messages that nobody has", of(name, QueueMetrics::waiting), tag);
        gauges.add("commonplace_queue_in_work", "Messages that workers have", of(name, QueueMetrics::inWork), tag);
        gauges.add("commonplace_queue_workers", "Workers that listen", of(name, QueueMetrics::consumers), tag);
        gauges.add(
                "commonplace_queue_age_seconds",
                "Age of the oldest message",
                of(name, figures -> figures.age().toMillis() / 1000.0),
                tag);
    }

    private void kind(Gauges gauges, String kind) {
        Tag tag = new Tag("kind", kind);
        for (JobState state : JobState.values()) {
            Tag of = new Tag("state", label(state));
            if (!state.isFinal()) {
                gauges.add("commonplace_jobs_open", "Jobs that wait or run", () -> openJobs(kind, state), tag, of);
            }
            if (state != JobState.RUNNING) {
                gauges.add(
                        "commonplace_jobs_total",
                        "Jobs asked for here (queued), and ended by a step done here",
                        () -> work.jobs(kind, state),
                        tag,
                        of);
            }
        }
        gauges.add("commonplace_job_age_seconds", "Age of the oldest open job", () -> oldest(kind), tag);
        for (StepOutcome outcome : StepOutcome.values()) {
            gauges.add(
                    "commonplace_steps_total",
                    "Attempts at steps made here",
                    () -> work.steps(kind, outcome),
                    tag,
                    new Tag("outcome", label(outcome)));
        }
        gauges.histogram("commonplace_step_seconds", "How long attempts at steps took", work.durations(kind), tag);
    }

    private Supplier<Number> of(String queue, Function<QueueMetrics, Number> figure) {
        return () -> depths.get().stream()
                .flatMap(List::stream)
                .filter(figures -> figures.name().equals(queue))
                .map(figure)
                .findFirst()
                .orElse(Double.NaN);
    }

    private Number openJobs(String kind, JobState state) {
        return open.get()
                .<Number>map(all -> all.stream()
                        .filter(jobs -> jobs.kind().equals(kind) && jobs.state() == state)
                        .mapToLong(OpenJobs::count)
                        .sum())
                .orElse(Double.NaN);
    }

    private Number oldest(String kind) {
        return open.get()
                .<Number>map(all -> all.stream()
                        .filter(jobs -> jobs.kind().equals(kind))
                        .mapToDouble(jobs ->
                                Duration.between(jobs.oldest(), clock.instant()).toMillis() / 1000.0)
                        .max()
                        .orElse(0))
                .orElse(Double.NaN);
    }

    private void inBackground(Runnable question) {
        executor.execute(question);
    }

    private static String label(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
