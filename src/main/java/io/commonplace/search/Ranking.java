package io.commonplace.search;

import java.util.Map;

/**
 * What counts how much when pages are ranked. {@code ./commonplace bench search} measures the standard values; they were
 * tuned on one half of its queries and checked on the other.
 *
 * @param title the weight of a word in the title; in the text it is 1
 * @param address the weight of a word in the address, or in the name of a file beside the page
 * @param phrase the weight of the whole query as a phrase
 * @param pair the weight of two adjacent words of the query as a phrase
 * @param synonym the weight of a word that means the same as a typed one
 * @param compound the weight of a word of which the typed one is a part
 * @param needed the share of the words that a page must have, if there are more than two
 * @param saturation the parameter k1 of BM25: how much further occurrences of a word count
 * @param length the parameter b of BM25: how much a long text weakens each occurrence
 */
public record Ranking(
        float title,
        float headings,
        float address,
        float phrase,
        float pair,
        float synonym,
        float compound,
        float needed,
        float saturation,
        float length) {
    public static final Ranking STANDARD = new Ranking(1.5f, 0.5f, 0.5f, 1, 1, 0.4f, 0.6f, 0.5f, 2, 0.5f);

    /** The weight of a word in the text of a file beside the page. The measured texts have no such files. */
    static final float FILE_TEXT = 0.3f;

    /** The weight of a word, by field. */
    Map<String, Float> words() {
        return Map.of(
                Fields.TITLE,
                title,
                Fields.HEADINGS,
                headings,
                Fields.BODY,
                1f,
                Fields.ADDRESS,
                address,
                Fields.FILES,
                address,
                Fields.FILE_TEXT,
                FILE_TEXT);
    }

    /** The weight of a phrase, by field. */
    Map<String, Float> phrases() {
        return Map.of(Fields.TITLE, title, Fields.HEADINGS, headings, Fields.BODY, 1f, Fields.FILE_TEXT, FILE_TEXT);
    }
}
