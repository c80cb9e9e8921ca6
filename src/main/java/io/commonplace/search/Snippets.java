package io.commonplace.search;

import java.io.IOException;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.uhighlight.LengthGoalBreakIterator;
import org.apache.lucene.search.uhighlight.Passage;
import org.apache.lucene.search.uhighlight.PassageFormatter;
import org.apache.lucene.search.uhighlight.SplittingBreakIterator;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;

/** Finds the passages of pages that fit a query best. */
public final class Snippets extends UnifiedHighlighter {
    /** Characters; a passage ends with a sentence near this length. */
    private static final int LENGTH = 160;

    private static final int PASSAGES = 2;

    /** Where the words of the query stand later in a text, isn't looked at. */
    static final int MAX_TEXT = 500_000;

    private final Map<Integer, String> texts;

    private Snippets(Builder builder, Map<Integer, String> texts) {
        super(builder);
        this.texts = texts;
    }

    /** @param texts of the pages, by document; they were read already, together with what else is shown */
    static Snippets of(IndexSearcher searcher, Map<Integer, String> texts) {
        return new Snippets(withPassages(builder(searcher, Language.ENGLISH.words())), texts);
    }

    private static Builder withPassages(Builder builder) {
        return builder.withMaxLength(MAX_TEXT)
                .withMaxNoHighlightPassages(1)
                .withBreakIterator(() -> new SplittingBreakIterator(sentences(), FilesText.END))
                .withFormatter(new Formatter());
    }

    /** The snippet of a text that is in no index of this clone. @param query of words in {@code field} */
    public static Snippet of(String text, Language language, String field, Query query) throws IOException {
        Snippets single = new Snippets(withPassages(builderWithoutSearcher(language.words())), Map.of());
        String beginning = text.substring(0, Math.min(text.length(), MAX_TEXT));
        Object snippet =
                beginning.isEmpty() ? null : single.highlightWithoutSearcher(field, query, beginning, passages(field));
        return snippet == null ? Snippet.EMPTY : (Snippet) snippet;
    }

    /** Cells of a table and code have no sentences, but lines. */
    private static BreakIterator sentences() {
        BreakIterator sentences = new SplittingBreakIterator(BreakIterator.getSentenceInstance(Locale.ROOT), '\n');
        return LengthGoalBreakIterator.createClosestToLength(sentences, LENGTH, 0.5f);
    }

    /** Two passages could be of two files, of which the result names one. */
    private static int passages(String field) {
        return field.equals(Fields.FILE_TEXT) ? 1 : PASSAGES;
    }

    /** For each document one snippet of this field; an empty one for a page without such a text. */
    List<Snippet> of(String field, Query query, int[] documents) throws IOException {
        if (documents.length == 0) {
            return List.of();
        }
        Map<String, Object[]> found =
                highlightFieldsAsObjects(new String[] {field}, query, documents.clone(), new int[] {passages(field)});
        return Arrays.stream(found.get(field))
                .map(snippet -> snippet == null ? Snippet.EMPTY : (Snippet) snippet)
                .toList();
    }

    @Override
    protected List<CharSequence[]> loadFieldValues(String[] fields, DocIdSetIterator documents, int cacheSize)
            throws IOException {
        List<CharSequence[]> values = new ArrayList<>();
        for (int document = documents.nextDoc();
                document != DocIdSetIterator.NO_MORE_DOCS;
                document = documents.nextDoc()) {
            String text = texts.getOrDefault(document, "");
            values.add(new CharSequence[] {text.substring(0, Math.min(text.length(), MAX_TEXT))});
        }
        return values;
    }

    private static final class Formatter extends PassageFormatter {
        @Override
        public Snippet format(Passage[] passages, String text) {
            List<Snippet.Part> parts = new ArrayList<>();
            for (Passage passage : passages) {
                if (!parts.isEmpty()) {
                    parts.add(new Snippet.Part(" … ", false));
                }
                add(parts, passage, text);
            }
            return new Snippet(parts, firstMatch(passages));
        }

        /** Of the best passage; -1 if there is no match. */
        private static int firstMatch(Passage[] passages) {
            return Arrays.stream(passages)
                    .filter(passage -> passage.getNumMatches() > 0)
                    .max(Comparator.comparing(Passage::getScore))
                    .map(passage -> passage.getMatchStarts()[0])
                    .orElse(-1);
        }

        private static void add(List<Snippet.Part> parts, Passage passage, String text) {
            int at = passage.getStartOffset();
            while (at < passage.getEndOffset() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
            for (int i = 0; i < passage.getNumMatches(); i++) {
                int start = Math.max(at, passage.getMatchStarts()[i]);
                int end = Math.min(passage.getEndOffset(), passage.getMatchEnds()[i]);
                if (end > start) {
                    add(parts, text.substring(at, start), false);
                    add(parts, text.substring(start, end), true);
                    at = end;
                }
            }
            add(parts, text.substring(at, passage.getEndOffset()), false);
        }

        private static void add(List<Snippet.Part> parts, String text, boolean matched) {
            if (!text.isEmpty()) {
                parts.add(new Snippet.Part(text.replace('\n', ' ').replace(FilesText.END, ' '), matched));
            }
        }
    }
}
