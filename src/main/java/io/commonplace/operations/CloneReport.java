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

/** Tells the other clones how this one does, for the page about the cluster that any of them may have to show. */
@ApplicationScoped
public class CloneReport {
    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final Duration LIFETIME = EVERY.multipliedBy(3);

    private final PeriodicTask reports = new PeriodicTask("clone-report", this::tell);

    @Inject
    private CloneStatusMap cloneStatusMap;

    @Inject
    private CloneFacts facts;

    void begin(@Observes @Initialized(ApplicationScoped.class) Object event) {
        reports.start(EVERY, EVERY);
    }

    @PreDestroy
    void stop() {
        reports.close();
    }

    /** At once: somebody waits to see it. */
    void changed(@Observes Draining.Changed event) {
        BestEffort.run("telling the others of the routing", this::tell);
    }

    private void tell() {
        cloneStatusMap.publish(facts.now(), LIFETIME);
    }
}
