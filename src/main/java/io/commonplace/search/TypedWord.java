package io.commonplace.search;

import java.util.List;

/**
 * A word that somebody looks for.
 *
 * @param plain in lower case, without accents
 * @param byLanguage its stem in each language of the index, in the order of {@link Languages#present}
 */
record TypedWord(String plain, List<String> byLanguage) {
    /** The stems, without repetitions. */
    List<String> stems() {
        return byLanguage.stream().distinct().toList();
    }
}
