package io.commonplace.jobs.web;

import io.commonplace.jobs.JobFeed;
import io.commonplace.jobs.JobReports;
import io.commonplace.jobs.JobStatus;
import io.commonplace.platform.BestEffort;
import io.commonplace.platform.PeriodicTask;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.websocket.Session;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Who watches which job on this clone. A change waits a quarter of a second for others before it is pushed: that keeps
 * fast jobs from flooding slow browsers, and gives the replica time to have the change.
 */
@ApplicationScoped
public class LiveJobs {
    /** A connection without a word from the browser, not even to a ping, for so long is dead. */
    static final Duration SILENCE = Duration.ofSeconds(60);

    private static final int MOST_SUBSCRIPTIONS = 500;
    private static final Duration COLLECT = Duration.ofMillis(250);
    /** For about so long somebody who has signed out on another clone still watches a job that says nothing. */
    private static final Duration CARE = Duration.ofSeconds(5);

    private final Map<Long, Set<JobSubscription>> subscriptions = new ConcurrentHashMap<>();
    private final Set<Long> due = ConcurrentHashMap.newKeySet();

    @Resource
    private ManagedScheduledExecutorService executor;

    @Inject
    private JobFeed feed;

    @Inject
    private JobReports reports;

    @Inject
    private Clock clock;

    private final PeriodicTask care = new PeriodicTask("live-jobs", this::care);

    @PostConstruct
    void listen() {
        feed.subscribe(this::changed);
        care.start(CARE, CARE);
    }

    @PreDestroy
    void stop() {
        care.close();
    }

    /** @return whether there was room */
    boolean join(JobStatus job, Session session, JobSubscriber jobSubscriber) {
        int all = subscriptions.values().stream().mapToInt(Set::size).sum();
        if (all >= MOST_SUBSCRIPTIONS) {
            return false;
        }
        JobSubscription jobSubscription = new JobSubscription(session, jobSubscriber, job, clock.instant());
        subscriptions.compute(job.id(), (id, known) -> {
            Set<JobSubscription> set = known == null ? ConcurrentHashMap.newKeySet() : known;
            set.add(jobSubscription);
            return set;
        });
        changed(job.id());
        return true;
    }

    void leave(long jobId, Session session) {
        subscriptions.computeIfPresent(jobId, (id, known) -> {
            known.removeIf(jobSubscription -> jobSubscription.isOf(session));
            return known.isEmpty() ? null : known;
        });
    }

    /** Called in a thread of the grid. */
    private void changed(long jobId) {
        if (subscriptions.containsKey(jobId) && due.add(jobId)) {
            // Nobody asks for the outcome: a failure is seen in the log or not at all.
            Runnable push = () -> BestEffort.run("pushing job " + jobId, () -> push(jobId));
            var unused = executor.schedule(push, COLLECT.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void push(long jobId) {
        due.remove(jobId);
        Set<JobSubscription> subscribed = subscriptions.get(jobId);
        if (subscribed != null) {
            reports.status(jobId)
                    .map(job -> JobJson.of(job, clock.instant()))
                    .ifPresent(json -> subscribed.forEach(jobSubscription -> jobSubscription.send(json)));
        }
    }

    private void care() {
        subscriptions
                .values()
                .forEach(subscribed -> subscribed.forEach(jobSubscription -> jobSubscription.care(clock.instant())));
    }
}
