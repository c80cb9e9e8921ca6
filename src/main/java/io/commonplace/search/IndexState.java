package io.commonplace.search;

import java.util.Map;

/**
 * How far an index is. It is stored with each commit of the index, so the two always agree.
 *
 * @param sequence all changes up to this number of the log are in the index
 * @param builtTo pages with identifiers up to this one have been added; meaningless when it is complete
 * @param complete whether all pages have been added once
 */
record IndexState(long sequence, long builtTo, boolean complete) {
    private static final String VERSION = "version";
    private static final String SEQUENCE = "sequence";
    private static final String BUILT_TO = "built-to";
    private static final String COMPLETE = "complete";

    static IndexState begin(long sequence) {
        return new IndexState(sequence, 0, false);
    }

    /** Whether the data belongs to an index that this version of the application can use. */
    static boolean isCurrent(Map<String, String> data) {
        return Integer.toString(TextAnalysis.VERSION).equals(data.get(VERSION));
    }

    static IndexState of(Map<String, String> data) {
        return new IndexState(
                Long.parseLong(data.get(SEQUENCE)),
                Long.parseLong(data.get(BUILT_TO)),
                Boolean.parseBoolean(data.get(COMPLETE)));
    }

    Map<String, String> data() {
        return Map.of(
                VERSION,
                Integer.toString(TextAnalysis.VERSION),
                SEQUENCE,
                Long.toString(sequence),
                BUILT_TO,
                Long.toString(builtTo),
                COMPLETE,
                Boolean.toString(complete));
    }

    IndexState at(long newSequence) {
        return new IndexState(newSequence, builtTo, complete);
    }

    IndexState builtTo(long pageId) {
        return new IndexState(sequence, pageId, false);
    }

    IndexState completed() {
        return new IndexState(sequence, builtTo, true);
    }
}
