package io.commonplace.operations;

import io.commonplace.cluster.Members;
import io.commonplace.search.SearchStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.util.Map;

/** The state of this clone. */
@ApplicationScoped
public class CloneFacts {
    public static final String NAME = "name";
    public static final String READY = "ready";
    public static final String DRAINING = "draining";
    public static final String STARTED = "started";
    public static final String MEMORY = "memory";
    public static final String VERSION = "version";
    public static final String SEARCH = "search";

    @Inject
    private Members members;

    @Inject
    private Versions versions;

    @Inject
    private Startup startup;

    @Inject
    private Draining draining;

    @Inject
    private SearchStatus search;

    /** The values by the names above. A version of the application that doesn't know a name ignores it. */
    Map<String, String> now() {
        Runtime runtime = Runtime.getRuntime();
        long used = (runtime.totalMemory() - runtime.freeMemory()) >> 20;
        return Map.of(
                NAME,
                members.selfName(),
                READY,
                Boolean.toString(isStarted()),
                DRAINING,
                Boolean.toString(isDraining()),
                STARTED,
                Long.toString(ManagementFactory.getRuntimeMXBean().getStartTime()),
                MEMORY,
                used + " of " + (runtime.maxMemory() >> 20) + " MiB",
                VERSION,
                version(),
                SEARCH,
                Integer.toString(search.progress().percent()));
    }

    boolean isStarted() {
        return startup.isDone();
    }

    boolean isDraining() {
        return draining.isOn();
    }

    String version() {
        return versions.application();
    }
}
