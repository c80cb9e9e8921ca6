package io.commonplace.admin;

import io.commonplace.cluster.Bulletin;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Tells the other clones how this one does, for the page about the cluster that any of them may have to show. */
@ApplicationScoped
public class CloneReport {
    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final Duration LIFETIME = EVERY.multipliedBy(3);

    @Resource
    private ManagedScheduledExecutorService executor;

    @Inject
    private Bulletin bulletin;

    @Inject
    private CloneFacts facts;

    void begin(@Observes @Initialized(ApplicationScoped.class) Object event) {
        executor.scheduleWithFixedDelay(this::tell, EVERY.toSeconds(), EVERY.toSeconds(), TimeUnit.SECONDS);
    }

    /** At once: somebody waits to see it. */
    void changed(@Observes Draining.Changed event) {
        tell();
    }

    private void tell() {
        bulletin.tell(facts.now(), LIFETIME);
    }
}
