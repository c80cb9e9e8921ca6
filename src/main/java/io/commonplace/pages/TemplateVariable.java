package io.commonplace.pages;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What templates write in double braces, for example <code>{{date}}</code>, and a new page has instead. */
public enum TemplateVariable {
    TITLE,
    DATE,
    AUTHOR;

    private final Pattern written =
            Pattern.compile("\\{\\{\\s*" + name().toLowerCase(Locale.ROOT) + "\\s*}}", Pattern.CASE_INSENSITIVE);

    /** The text with this value in the variable's places. */
    public String fill(String text, String value) {
        return written.matcher(text).replaceAll(Matcher.quoteReplacement(value));
    }
}
