package io.commonplace.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds what a person probably wanted to type. */
final class Spelling {
    /** Longer queries are sentences, in which one unknown word doesn't matter. */
    private static final int MAX_WORDS = 6;

    private final VisiblePages pages;

    Spelling(VisiblePages pages) {
        this.pages = pages;
    }

    /** The words with those replaced that no page has; empty if there is nothing to replace. */
    String corrected(List<String> typed) throws IOException {
        if (typed.size() > MAX_WORDS) {
            return "";
        }
        List<String> words = new ArrayList<>();
        for (String word : typed) {
            words.add(similar(word).orElse(word));
        }
        return words.equals(typed) ? "" : String.join(" ", words);
    }

    private Optional<String> similar(String word) throws IOException {
        List<String> plain = TextAnalysis.words(TextAnalysis.EXACT, word, 1);
        if (plain.isEmpty() || !plain.get(0).codePoints().allMatch(Character::isLetter)) {
            return Optional.empty();
        }
        return Alternatives.similar(pages, plain.get(0)).stream().findFirst().map(found -> found.string);
    }
}
