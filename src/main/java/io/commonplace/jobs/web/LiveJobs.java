package io.commonplace.jobs.web;

import io.commonplace.jobs.JobFeed;
import io.commonplace.jobs.JobQueries;
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
 * Pushes changes of jobs to this clone's subscribers. A push waits a quarter of a second, so that several changes become one:
 * fast jobs don't flood slow browsers, and the replica has time to get the change.
 */
@ApplicationScoped
public class LiveJobs {
    /** A connection over which the browser has sent nothing for this time, not even a reply to a ping, is dead. */
    static final Duration IDLE_TIMEOUT = Duration.ofSeconds(60);

    private static final int MAX_SUBSCRIPTIONS = 500;
    private static final Duration PUSH_DELAY = Duration.ofMillis(250);

    /** Also the time after which somebody who has signed out on another clone loses the connection of an idle job. */
    private static final Duration KEEP_ALIVE_INTERVAL = Duration.ofSeconds(5);

    private final Map<Long, Set<JobSubscription>> subscriptions = new ConcurrentHashMap<>();
    private final Set<Long> due = ConcurrentHashMap.newKeySet();

    @Resource
    private ManagedScheduledExecutorService executor;

    @Inject
    private JobFeed feed;

    @Inject
    private JobQueries reports;

    @Inject
    private Clock clock;

    private final PeriodicTask keepAlive = new PeriodicTask("live-jobs", this::keepAlive);

    @PostConstruct
    void listen() {
        feed.subscribe(this::changed);
        keepAlive.start(KEEP_ALIVE_INTERVAL, KEEP_ALIVE_INTERVAL);
    }

    @PreDestroy
    void stop() {
        keepAlive.close();
    }

    /** @return false if this clone has too many subscriptions */
    boolean join(JobStatus job, Session session, JobSubscriber jobSubscriber) {
        int all = subscriptions.values().stream().mapToInt(Set::size).sum();
        if (all >= MAX_SUBSCRIPTIONS) {
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

    /** Called in a thread of the grid, so it must not block. */
    private void changed(long jobId) {
        if (subscriptions.containsKey(jobId) && due.add(jobId)) {
            // Nobody reads the future's result, so the failure must be logged here.
            Runnable push = () -> BestEffort.run("pushing job " + jobId, () -> push(jobId));
            var unused = executor.schedule(push, PUSH_DELAY.toMillis(), TimeUnit.MILLISECONDS);
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

    private void keepAlive() {
        subscriptions
                .values()
                .forEach(subscribed ->
                        subscribed.forEach(jobSubscription -> jobSubscription.keepAlive(clock.instant())));
    }
}
