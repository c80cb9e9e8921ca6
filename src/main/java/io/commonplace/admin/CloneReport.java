package io.commonplace.admin;

import io.commonplace.cluster.Bulletin;
import io.commonplace.cluster.Members;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Tells the other clones how this one does, for the page about the cluster that any of them may have to show. */
@ApplicationScoped
public class CloneReport {
    public static final String NAME = "name";
    public static final String READY = "ready";
    public static final String STARTED = "started";
    public static final String MEMORY = "memory";
    public static final String VERSION = "version";

    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final Duration LIFETIME = EVERY.multipliedBy(3);

    @Resource
    private ManagedScheduledExecutorService executor;

    @Inject
    private Bulletin bulletin;

    @Inject
    private Members members;

    @Inject
    private Versions versions;

    @Inject
    private Startup startup;

    void begin(@Observes @Initialized(ApplicationScoped.class) Object event) {
        executor.scheduleWithFixedDelay(this::tell, EVERY.toSeconds(), EVERY.toSeconds(), TimeUnit.SECONDS);
    }

    private void tell() {
        Runtime runtime = Runtime.getRuntime();
        long used = (runtime.totalMemory() - runtime.freeMemory()) >> 20;
        bulletin.tell(
                Map.of(
                        NAME,
                        members.selfName(),
                        READY,
                        Boolean.toString(startup.isDone()),
                        STARTED,
                        Long.toString(ManagementFactory.getRuntimeMXBean().getStartTime()),
                        MEMORY,
                        used + " of " + (runtime.maxMemory() >> 20) + " MiB",
                        VERSION,
                        versions.application()),
                LIFETIME);
    }
}
