package io.commonplace.pages;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Names in which signs have become words: {@code C++} is {@code c-plus-plus}. Quotation marks, brackets and the like are no
 * such signs: people write them one way or another. For pages whose usual address another page has, or whose name has
 * neither letters nor digits.
 */
final class SpelledName {
    private static final Map<Integer, String> COMMON = Map.of(
            (int) '+', "plus",
            (int) '#', "sharp",
            (int) '&', "and",
            (int) '@', "at",
            (int) '%', "percent",
            (int) '*', "asterisk",
            (int) '!', "exclamation",
            (int) '?', "question");

    /** Of a name, and of the words for it. A name of fifty emoji would fill a page's whole address. */
    private static final int MAX_CHARACTERS = 255;

    private static final int MAX_LENGTH = 255;

    private SpelledName() {}

    /** @return empty if the name has nothing but dots, dashes, slashes and white space */
    static String of(String name) {
        String composed = Normalizer.normalize(name, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        String words = PagePath.segment(composed.codePoints()
                .mapToObj(SpelledName::spelled)
                .limit(MAX_CHARACTERS)
                .collect(Collectors.joining()));
        return words.length() > MAX_LENGTH ? PagePath.segment(words.substring(0, MAX_LENGTH)) : words;
    }

    private static String spelled(int c) {
        return switch (Character.getType(c)) {
            case Character.MATH_SYMBOL, Character.CURRENCY_SYMBOL, Character.OTHER_SYMBOL -> "-" + word(c) + "-";
            case Character.FORMAT, Character.CONTROL -> "";
            default ->
                COMMON.containsKey(c) ? "-" + word(c) + "-" : isVariationSelector(c) ? "" : Character.toString(c);
        };
    }

    private static boolean isVariationSelector(int c) {
        return c >= 0xFE00 && c <= 0xFE0F;
    }

    private static String word(int c) {
        String common = COMMON.get(c);
        @Nullable String unicode = Character.getName(c);
        if (common != null) {
            return common;
        }
        return unicode == null ? "u" + Integer.toHexString(c) : unicode.replaceFirst(" SIGN$", "");
    }
}
