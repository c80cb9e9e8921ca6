package io.commonplace.search;

import java.io.IOException;
import java.util.Collection;
import java.util.List;

/** The words of an index, as far as a person may see the pages that have them: results must not tell the words of other pages. */
public interface Vocabulary {
    /** Announces words that are asked for next, so that an index elsewhere can be asked for all of them at once. */
    default void expect(Collection<String> fields, Collection<String> words) throws IOException {}

    /** Whether a page has the word in one of the fields. */
    boolean has(Collection<String> fields, String word) throws IOException;

    /** How many pages have the word in their text. It only decides which of two forms of a word comes first. */
    int frequency(String word) throws IOException;

    /** Whether a page has these words next to each other in its text. */
    boolean hasPhrase(List<String> words) throws IOException;

    /** The words that are most like this one, best first; none if a page has the word itself. */
    List<SimilarWord> similar(String word) throws IOException;

    /** The words in {@code field} that begin so and are longer by at least {@link Compounds#SHORTEST_PART} letters. */
    List<FrequentWord> beginning(String field, String prefix) throws IOException;

    /** The title and the text of a page that has the word; empty if there is none. */
    List<String> textsWith(String word) throws IOException;

    /** @param score from 0 to 1 */
    record SimilarWord(String word, float score) {}

    /** @param pages the number of pages that have it */
    record FrequentWord(String word, int pages) {}
}
