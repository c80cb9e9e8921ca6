package io.commonplace.search;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.internal.StringUtil;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Evaluator;
import org.jsoup.select.NodeVisitor;
import org.jsoup.select.QueryParser;
import org.jspecify.annotations.Nullable;

/**
 * A page's text without markup, and where its sections begin.
 *
 * @param sections in the order of the text
 */
record PlainText(String text, List<Section> sections) {
    /**
     * The part of a page below a heading, up to the next heading of any level.
     *
     * @param offset of the heading in the text
     * @param anchor the heading's identifier; empty if it has none
     */
    record Section(int offset, String anchor, String heading) {}

    static PlainText of(String html) {
        Collector collector = new Collector();
        Jsoup.parseBodyFragment(html).body().traverse(collector);
        return new PlainText(collector.text.toString().stripTrailing(), collector.sections);
    }

    /** The text of all headings, one a line. */
    String headings() {
        return sections.stream().map(Section::heading).collect(Collectors.joining("\n"));
    }

    private static final class Collector implements NodeVisitor {
        private static final Evaluator ANCHOR = QueryParser.parse("a.anchor");

        private final StringBuilder text = new StringBuilder();
        private final List<Section> sections = new ArrayList<>();

        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode words && !isAnchor(node.parent())) {
                append(words.getWholeText());
            } else if (node instanceof Element element && element.isBlock()) {
                breakLine();
                if (isHeading(element)) {
                    sections.add(new Section(text.length(), element.id(), heading(element)));
                }
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (node instanceof Element element
                    && (element.isBlock() || element.normalName().equals("br"))) {
                breakLine();
            }
        }

        /** White space counts as one space, also in code: snippets show it in a line. */
        private void append(String words) {
            boolean atStart = text.isEmpty() || Character.isWhitespace(text.charAt(text.length() - 1));
            StringUtil.appendNormalisedWhitespace(text, words, atStart);
        }

        private void breakLine() {
            int end = text.length();
            if (end > 0 && text.charAt(end - 1) != '\n') {
                text.append('\n');
            }
        }

        private static String heading(Element element) {
            if (element.selectFirst(ANCHOR) == null) {
                return element.text().strip();
            }
            Element words = element.clone();
            words.select(ANCHOR).remove();
            return words.text().strip();
        }

        /** The sign behind a heading that is a link to it. */
        private static boolean isAnchor(@Nullable Node node) {
            return node instanceof Element element && element.hasClass("anchor");
        }

        private static boolean isHeading(Element element) {
            String name = element.normalName();
            return name.length() == 2 && name.charAt(0) == 'h' && Character.isDigit(name.charAt(1));
        }
    }
}
