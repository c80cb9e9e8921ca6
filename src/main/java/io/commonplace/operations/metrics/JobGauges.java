package io.commonplace.operations.metrics;

import io.commonplace.jobs.JobQueries;
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

/** Metrics of the queues and open jobs, which all clones share, and of this clone's work on them. */
@ApplicationScoped
class JobGauges implements MetricSource {
    @Inject
    private Queues queues;

    @Inject
    private JobQueries reports;

    @Inject
    private WorkerMetrics work;

    @Inject
    private Clock clock;

    @Resource
    private ManagedExecutorService executor;

    private final BackgroundValue<List<QueueMetrics>> depths =
            new BackgroundValue<>(this::inBackground, () -> queues.metrics());
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
        gauges.add(
                "commonplace_queue_waiting", "Messages that wait for a worker", of(name, QueueMetrics::waiting), tag);
        gauges.add(
                "commonplace_queue_in_progress",
                "Messages in delivery to workers",
                of(name, QueueMetrics::inProgress),
                tag);
        gauges.add("commonplace_queue_workers", "Connected workers", of(name, QueueMetrics::consumers), tag);
        gauges.add(
                "commonplace_queue_age_seconds",
                "Age of the oldest message",
                of(name, metrics -> metrics.age().toMillis() / 1000.0),
                tag);
    }

    private void kind(Gauges gauges, String kind) {
        Tag tag = new Tag("kind", kind);
        for (JobState state : JobState.values()) {
            Tag of = new Tag("state", label(state));
            if (!state.isFinal()) {
                gauges.add("commonplace_jobs_open", "Queued and running jobs", () -> openJobs(kind, state), tag, of);
            }
            if (state != JobState.RUNNING) {
                gauges.add(
                        "commonplace_jobs_total",
                        "Jobs submitted on this clone (queued), and jobs ended by a step on this clone",
                        () -> work.jobs(kind, state),
                        tag,
                        of);
            }
        }
        gauges.add("commonplace_job_age_seconds", "Age of the oldest open job", () -> oldest(kind), tag);
        for (StepOutcome outcome : StepOutcome.values()) {
            gauges.add(
                    "commonplace_steps_total",
                    "Step attempts on this clone",
                    () -> work.steps(kind, outcome),
                    tag,
                    new Tag("outcome", label(outcome)));
        }
        gauges.histogram("commonplace_step_seconds", "Duration of step attempts", work.durations(kind), tag);
    }

    private Supplier<Number> of(String queue, Function<QueueMetrics, Number> value) {
        return () -> depths.get().stream()
                .flatMap(List::stream)
                .filter(metrics -> metrics.name().equals(queue))
                .map(value)
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

    private void inBackground(Runnable task) {
        executor.execute(task);
    }

    private static String label(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
