package io.commonplace.rendering;

import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A tag in the raw HTML of a page, or a comment, which has no name. */
final class RawTag {
    /** Possessive quantifiers keep it linear. */
    private static final Pattern SYNTAX = Pattern.compile("<(?:(?<close>/)?+(?<name>[A-Za-z][A-Za-z0-9:-]*+)(?=[\\s/>])"
            + "(?<attributes>(?:[^<>\"']++|\"[^\"]*+\"|'[^']*+')*+)>|!--(?:-?>|[\\s\\S]*?-->))");

    private final String literal;
    private final int start;
    private final boolean inBlock;
    private final boolean end;
    private final String name;
    private final String attributes;
    private boolean paired;
    private boolean inParent;

    private RawTag(Matcher found, boolean inBlock) {
        this.literal = found.group();
        this.start = found.start();
        this.inBlock = inBlock;
        this.end = found.group("close") != null;
        this.name = orEmpty(found.group("name")).toLowerCase(Locale.ROOT);
        this.attributes = orEmpty(found.group("attributes"));
    }

    /** Finds all tags. @param inBlock whether the HTML is a block, or else one element in a line */
    static void find(String html, boolean inBlock, Consumer<RawTag> found) {
        int lastEndOfComment = html.lastIndexOf("-->");
        Matcher tag = SYNTAX.matcher(html);
        int at = html.indexOf('<');
        while (at >= 0) {
            Budget.check();
            boolean isUnclosed = html.startsWith("<!--", at) && lastEndOfComment < at;
            boolean isTag = !isUnclosed && tag.region(at, html.length()).lookingAt();
            if (isTag) {
                found.accept(new RawTag(tag, inBlock));
            }
            at = html.indexOf('<', isTag ? tag.end() : at + 1);
        }
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    static void pair(RawTag start, RawTag end) {
        start.paired = true;
        end.paired = true;
    }

    void setInParent() {
        inParent = true;
    }

    String literal() {
        return literal;
    }

    int start() {
        return start;
    }

    int end() {
        return start + literal.length();
    }

    boolean isComment() {
        return name.isEmpty();
    }

    boolean inBlock() {
        return inBlock;
    }

    boolean isEnd() {
        return end;
    }

    String name() {
        return name;
    }

    String attributes() {
        return attributes;
    }

    /** Whether it has a start and an end. */
    boolean isPaired() {
        return paired;
    }

    /** Whether it is inside an element that may contain it, such as a row in a table. */
    boolean isInParent() {
        return inParent;
    }

    /** Whether the attribute has a value. Words without one are more likely prose: {@code <your name>}. */
    boolean hasValue(String attribute) {
        return Pattern.compile("(?i)(?:^|[\\s\"'/])" + attribute + "\\s*=")
                .matcher(attributes)
                .find();
    }
}
