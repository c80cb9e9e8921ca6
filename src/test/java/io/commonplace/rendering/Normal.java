package io.commonplace.rendering;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Normalises HTML, so that two texts are equal if they show the same: attributes in order, references decoded, white space
 * outside of {@code pre} collapsed. It leaves out what we add to every page: anchors and ids of headings, classes of links,
 * lazy loading of images, wrappers of tables.
 */
final class Normal {
    private static final Pattern TOKEN = Pattern.compile(
            "<!--(?:-?>|[\\s\\S]*?-->)|<(?<close>/?)(?<name>[A-Za-z][A-Za-z0-9-]*)(?<attributes>(?:[^>\"']|\"[^\"]*\"|'[^']*')*)>|"
                    + "[^<]+|<");
    private static final Pattern ATTRIBUTE =
            Pattern.compile("([A-Za-z_:][\\w:.-]*)(?:\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s\"'>]+)))?");
    private static final Pattern REFERENCE = Pattern.compile("&(?:#(\\d+)|#[xX]([0-9a-fA-F]+)|(amp|lt|gt|quot));");
    private static final Pattern ANCHOR = Pattern.compile("<a class=\"anchor\"[^>]*>#</a>");
    private static final Set<String> INLINE =
            Set.of("a", "b", "code", "del", "em", "i", "img", "span", "strong", "input", "sup", "s");

    private final StringBuilder out = new StringBuilder();
    private final Deque<String> frames = new ArrayDeque<>();
    private int pre;

    private Normal() {}

    static String of(String html) {
        Normal normal = new Normal();
        Matcher token = TOKEN.matcher(ANCHOR.matcher(html).replaceAll(""));
        while (token.find()) {
            if (token.group("name") != null) {
                normal.tag(token);
            } else if (!token.group().startsWith("<!--")) {
                normal.text(escaped(decoded(token.group())));
            }
        }
        return normal.out.toString().strip();
    }

    private void tag(Matcher token) {
        String name = token.group("name").toLowerCase(Locale.ROOT);
        boolean close = !token.group("close").isEmpty();
        pre += name.equals("pre") ? (close ? -1 : 1) : 0;
        if (name.equals("div") && isFrame(close, token.group("attributes"))) {
            return;
        }
        if (!INLINE.contains(name) && pre == 0) {
            trimEnd();
        }
        out.append(close ? "</" : "<").append(name);
        if (!close) {
            attributes(name, token.group("attributes"))
                    .forEach((key, value) -> out.append(' ')
                            .append(key)
                            .append("=\"")
                            .append(value)
                            .append('"'));
        }
        out.append('>');
        if (!INLINE.contains(name) && pre == 0) {
            out.append('\n');
        }
    }

    private boolean isFrame(boolean close, String attributes) {
        if (close) {
            return !frames.isEmpty() && frames.pop().equals("frame");
        }
        boolean frame = attributes.contains("table-wrap");
        frames.push(frame ? "frame" : "div");
        return frame;
    }

    private static Map<String, String> attributes(String element, String written) {
        Map<String, String> attributes = new TreeMap<>();
        Matcher attribute = ATTRIBUTE.matcher(written);
        while (attribute.find()) {
            String value = attribute.group(2) != null ? attribute.group(2) : attribute.group(3);
            value = value != null ? value : attribute.group(4) != null ? attribute.group(4) : "";
            attributes.put(attribute.group(1).toLowerCase(Locale.ROOT), decoded(value));
        }
        if (attributes.remove("class", "external")) {
            attributes.remove("rel");
        }
        attributes.remove("loading");
        if (element.matches("h[1-6]")) {
            attributes.remove("id");
        }
        return attributes;
    }

    private void text(String text) {
        if (pre > 0) {
            out.append(text);
            return;
        }
        String collapsed = text.replaceAll("\\s+", " ");
        boolean atStart = out.isEmpty() || Character.isWhitespace(out.charAt(out.length() - 1));
        out.append(atStart ? collapsed.stripLeading() : collapsed);
    }

    private void trimEnd() {
        while (!out.isEmpty() && Character.isWhitespace(out.charAt(out.length() - 1))) {
            out.setLength(out.length() - 1);
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String decoded(String text) {
        return REFERENCE
                .matcher(text)
                .replaceAll(reference -> Matcher.quoteReplacement(
                        reference.group(1) != null
                                ? Character.toString(Integer.parseInt(reference.group(1)))
                                : reference.group(2) != null
                                        ? Character.toString(Integer.parseInt(reference.group(2), 16))
                                        : Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"")
                                                .getOrDefault(reference.group(3), "")));
    }
}
