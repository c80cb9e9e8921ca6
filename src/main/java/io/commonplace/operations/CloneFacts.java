package io.commonplace.operations;

import io.commonplace.attachments.text.Extractor;
import io.commonplace.cluster.Members;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.util.HashMap;
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
    public static final String FILE_TEXT = "file-text";

    @Inject
    private Members members;

    @Inject
    private Versions versions;

    @Inject
    private Startup startup;

    @Inject
    private Draining draining;

    @Inject
    private SearchFacts search;

    @Inject
    private Extractor extractor;

    /** The values by the names above, and those of {@link SearchFacts}. A version of the application that doesn't know a name ignores it. */
    Map<String, String> now() {
        Runtime runtime = Runtime.getRuntime();
        long used = (runtime.totalMemory() - runtime.freeMemory()) >> 20;
        Map<String, String> facts = new HashMap<>(search.now());
        facts.put(NAME, members.selfName());
        facts.put(READY, Boolean.toString(isStarted()));
        facts.put(DRAINING, Boolean.toString(isDraining()));
        facts.put(STARTED, Long.toString(ManagementFactory.getRuntimeMXBean().getStartTime()));
        facts.put(MEMORY, used + " of " + (runtime.maxMemory() >> 20) + " MiB");
        facts.put(VERSION, version());
        facts.put(FILE_TEXT, Boolean.toString(extractor.isOn()));
        return facts;
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
