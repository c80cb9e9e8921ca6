package io.commonplace.operations;

import io.commonplace.cluster.CloneStatusMap;
import io.commonplace.platform.BestEffort;
import io.commonplace.platform.PeriodicTask;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;

/** Publishes this clone's state to the other clones, because any clone may have to show the cluster page. */
@ApplicationScoped
public class CloneReport {
    private static final Duration INTERVAL = Duration.ofSeconds(5);
    private static final Duration LIFETIME = INTERVAL.multipliedBy(3);

    private final PeriodicTask reports = new PeriodicTask("clone-report", this::publish);

    @Inject
    private CloneStatusMap cloneStatusMap;

    @Inject
    private CloneFacts facts;

    void begin(@Observes @Initialized(ApplicationScoped.class) Object event) {
        reports.start(INTERVAL, INTERVAL);
    }

    @PreDestroy
    void stop() {
        reports.close();
    }

    /** Publishes at once, because an administrator waits for the result. */
    void changed(@Observes Draining.Changed event) {
        BestEffort.run("publishing a change of the routing", this::publish);
    }

    private void publish() {
        cloneStatusMap.publish(facts.now(), LIFETIME);
    }
}
