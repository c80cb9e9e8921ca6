package io.commonplace.pages;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The words of a text, each with the spaces after it. The end of a line is a word; so is a letter of a script without spaces. */
final class Words {
    private static final Pattern LINE = Pattern.compile("[^\n]*\n|[^\n]+");
    private static final String WITHOUT_SPACES =
            "\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}\\p{IsLao}\\p{IsKhmer}\\p{IsMyanmar}";

    private static final Pattern WORD =
            Pattern.compile("\n|[" + WITHOUT_SPACES + "]|[^\\s" + WITHOUT_SPACES + "]++[^\\S\n]*+|[^\\S\n]++");

    private Words() {}

    /** Together they are the text. */
    static List<String> of(String text) {
        return WORD.matcher(text).results().map(MatchResult::group).toList();
    }

    /** Each with its end. */
    static List<String> lines(String text) {
        return LINE.matcher(text).results().map(MatchResult::group).toList();
    }
}
