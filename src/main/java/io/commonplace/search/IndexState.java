package io.commonplace.search;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far an index is. It is stored with each commit of the index, so the two always agree.
 *
 * @param sequence all changes up to this number of the log are in the index
 * @param complete whether all pages have been added once
 * @param rebuilt the number of the log's last request for a rebuild that was done
 * @param rebuild the one that goes on; null if there is none, and never null in an index that isn't complete
 */
public record IndexState(
        long sequence,
        boolean complete,
        long rebuilt,
        @Nullable Rebuild rebuild) {
    /** Changes with each change of the analysis or of the fields. */
    public static final int ANALYSIS = TextAnalysis.VERSION;

    private static final String VERSION = "version";
    private static final String SEQUENCE = "sequence";
    private static final String BUILT_TO = "built-to";
    private static final String COMPLETE = "complete";
    private static final String REBUILT = "rebuilt";
    private static final String REQUEST = "rebuild";
    private static final String SPACE = "rebuild-space";
    private static final String DONE = "rebuild-done";

    public static IndexState begin(long sequence) {
        return new IndexState(sequence, false, 0, Rebuild.begin(sequence, Rebuild.ALL_SPACES));
    }

    /** Whether the data belongs to an index that this version of the application can use. */
    static boolean isCurrent(Map<String, String> data) {
        return Integer.toString(TextAnalysis.VERSION).equals(data.get(VERSION));
    }

    public static IndexState of(Map<String, String> data) {
        long sequence = number(data, SEQUENCE);
        boolean complete = Boolean.parseBoolean(data.get(COMPLETE));
        // The application's first version with an index knew no requests.
        boolean rebuilding = !complete || data.containsKey(REQUEST);
        Rebuild rebuild =
                new Rebuild(number(data, REQUEST), number(data, SPACE), number(data, BUILT_TO), number(data, DONE));
        return new IndexState(sequence, complete, number(data, REBUILT), rebuilding ? rebuild : null);
    }

    private static long number(Map<String, String> data, String name) {
        return Long.parseLong(data.getOrDefault(name, "0"));
    }

    public Map<String, String> data() {
        Map<String, String> data = new HashMap<>(Map.of(
                VERSION,
                Integer.toString(TextAnalysis.VERSION),
                SEQUENCE,
                Long.toString(sequence),
                COMPLETE,
                Boolean.toString(complete),
                REBUILT,
                Long.toString(rebuilt)));
        Rebuild going = rebuild;
        // The first version demands a number.
        data.put(BUILT_TO, Long.toString(going == null ? 0 : going.builtTo()));
        if (going != null) {
            data.put(REQUEST, Long.toString(going.request()));
            data.put(SPACE, Long.toString(going.spaceId()));
            data.put(DONE, Long.toString(going.done()));
        }
        return data;
    }

    IndexState at(long newSequence) {
        return new IndexState(newSequence, complete, rebuilt, rebuild);
    }

    IndexState with(Rebuild goingOn) {
        return new IndexState(sequence, complete, rebuilt, goingOn);
    }

    /** After the last page of {@code ended}. */
    IndexState rebuilt(Rebuild ended) {
        return new IndexState(sequence, true, ended.request(), null);
    }

    /** Nothing, if the request is known: the log is read again after a start. */
    IndexState requested(Rebuild asked) {
        Rebuild going = rebuild;
        if (asked.request() <= Math.max(rebuilt, going == null ? 0 : going.request())) {
            return this;
        }
        if (going == null) {
            return with(asked);
        }
        if (!complete && asked.spaceId() == Rebuild.ALL_SPACES) {
            // It gets all pages anyway.
            return with(new Rebuild(asked.request(), Rebuild.ALL_SPACES, going.builtTo(), going.done()));
        }
        // What was put before the request may have the space's former language.
        return with(going.and(asked));
    }
}
