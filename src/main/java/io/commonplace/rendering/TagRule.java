package io.commonplace.rendering;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a raw tag is markup or is shown as it was written. People write the names of tags in prose, and
 * placeholders such as {@code <name>}. So a tag is markup only if pages may contain it and it is used like one: it is
 * closed, or it has attributes with values, or it needs no end.
 */
final class TagRule {
    /** What may contain elements that need no end. */
    static final Map<String, Set<String>> PARENTS = Map.ofEntries(
            Map.entry("li", Set.of("ul", "ol")),
            Map.entry("dt", Set.of("dl")),
            Map.entry("dd", Set.of("dl")),
            Map.entry("rt", Set.of("ruby")),
            Map.entry("rp", Set.of("ruby")),
            Map.entry("caption", Set.of("table")),
            Map.entry("colgroup", Set.of("table")),
            Map.entry("col", Set.of("table")),
            Map.entry("thead", Set.of("table")),
            Map.entry("tbody", Set.of("table")),
            Map.entry("tfoot", Set.of("table")),
            Map.entry("tr", Set.of("table")),
            Map.entry("th", Set.of("table")),
            Map.entry("td", Set.of("table")),
            Map.entry("source", Set.of("picture")),
            Map.entry("track", Set.of("video", "audio")));

    /** Elements that only look different, and what pages have instead. Nothing remains of those without a name. */
    private static final Map<String, String> REPLACED = Map.ofEntries(
            Map.entry("acronym", "abbr"),
            Map.entry("address", "div"),
            Map.entry("big", "span"),
            Map.entry("center", "div"),
            Map.entry("font", "span"),
            Map.entry("hgroup", "div"),
            Map.entry("main", "div"),
            Map.entry("nav", "div"),
            Map.entry("nobr", "span"),
            Map.entry("strike", "s"),
            Map.entry("tt", "code"),
            Map.entry("audio", ""),
            Map.entry("iframe", ""),
            Map.entry("picture", ""),
            Map.entry("video", ""));
    /** They become links. The end comes at once, because what a browser reads until the end of a frame is no HTML. */
    private static final Map<String, String> LINKED =
            Map.of("iframe", "iframe", "video", "video", "audio", "audio", "source", "video");

    private TagRule() {}

    /** Whether a tag with this name can be markup. */
    static boolean isKnown(String element) {
        return Policy.allows(element) || REPLACED.containsKey(element) || LINKED.containsKey(element);
    }

    /** The HTML for the tag; null if it is text. */
    static @Nullable String html(RawTag tag) {
        if (tag.isComment()) {
            return "";
        }
        String name = tag.name();
        if (Policy.allows(name)) {
            return isMarkup(tag) ? tag.literal() : null;
        }
        String linked = LINKED.get(name);
        if (linked != null && tag.hasValue("src")) {
            return "<" + linked + tag.attributes() + "></" + linked + ">";
        }
        String replacement = REPLACED.get(name);
        if (replacement == null || !tag.isPaired()) {
            return tag.isInParent() ? "" : null;
        }
        return replacement.isEmpty() ? "" : (tag.isEnd() ? "</" : "<") + replacement + ">";
    }

    private static boolean isMarkup(RawTag tag) {
        return switch (tag.name()) {
            case "img" -> tag.hasValue("src");
            case "input" ->
                tag.hasValue("type") && tag.attributes().contains("checkbox") && !tag.hasValue(Tasks.NUMBER);
            case "br", "hr", "wbr" -> true;
            case "p" -> tag.isPaired() || tag.inBlock() && !tag.isEnd() || hasValues(tag);
            default -> tag.isPaired() || tag.isInParent() || hasValues(tag);
        };
    }

    private static boolean hasValues(RawTag tag) {
        return tag.attributes().indexOf('=') >= 0;
    }
}
