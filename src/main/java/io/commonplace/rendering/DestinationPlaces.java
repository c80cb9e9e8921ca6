package io.commonplace.rendering;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;

/** Finds where a source names the destinations of its links, pictures and reference definitions. */
final class DestinationPlaces extends WrittenPlaces {
    private static final Pattern RAW_HTML =
            Pattern.compile("(?i)\\b(?:src|href)\\s*+=\\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\\s\"'>]++))");
    /** What may stand between the opening parenthesis or colon and the destination. */
    private static final Pattern SPACE = Pattern.compile("[ \\t]*+(?:\\r?\\n[ \\t]*+)?");

    private static final Pattern ESCAPE = Pattern.compile("\\\\([!-/:-@\\[-`{-~])|&amp;");

    DestinationPlaces(String source, int offset) {
        super(source, offset);
    }

    @Override
    public void visit(Image image) {
        add(image, image.getDestination());
        visitChildren(image);
    }

    @Override
    public void visit(LinkReferenceDefinition definition) {
        int colon = source.indexOf("]:", start(definition));
        if (colon >= 0 && colon < end(definition)) {
            addAt(colon + 2, end(definition), definition.getDestination());
        }
    }

    @Override
    public void visit(HtmlBlock html) {
        addRaw(html);
    }

    @Override
    public void visit(HtmlInline html) {
        addRaw(html);
    }

    /** A link with its own destination has it behind its text; another one has a reference. */
    @Override
    void add(Node link, String destination) {
        Node last = link.getLastChild();
        int text = last == null || last.getSourceSpans().isEmpty() ? start(link) : end(last);
        int open = source.indexOf("](", text);
        if (open >= 0 && open < end(link)) {
            addAt(open + 2, end(link), destination);
        }
    }

    private void addAt(int from, int end, String destination) {
        Matcher space = SPACE.matcher(source).region(from, end);
        int start = space.lookingAt() ? space.end() : from;
        boolean isAngled = start < end && source.charAt(start) == '<';
        int first = isAngled ? start + 1 : start;
        add(first, isAngled ? closing(first, end) : endOfBare(first, end), destination);
    }

    private int closing(int from, int end) {
        int at = from;
        while (at < end && source.charAt(at) != '>') {
            at += source.charAt(at) == '\\' ? 2 : 1;
        }
        return Math.min(at, end);
    }

    /** A bare destination ends before white space, and before a parenthesis that nothing in it opens. */
    private int endOfBare(int from, int end) {
        int depth = 0;
        for (int at = from; at < end; at++) {
            char c = source.charAt(at);
            if (c <= ' ' || (c == ')' && depth == 0)) {
                return at;
            }
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            at += c == '\\' ? 1 : 0;
        }
        return end;
    }

    private void addRaw(Node html) {
        if (!html.getSourceSpans().isEmpty()) {
            Matcher attribute = RAW_HTML.matcher(source).region(start(html), end(html));
            while (attribute.find()) {
                int group = attribute.group(1) != null ? 1 : attribute.group(2) != null ? 2 : 3;
                String written = unescaped(attribute.group(group));
                add(attribute.start(group), attribute.end(group), Destination.trimmed(written));
            }
        }
    }

    private void add(int start, int end, String destination) {
        Budget.check();
        String meant = Destination.trimmed(destination);
        if (start < end
                && Destination.of(meant) == Destination.INTERNAL
                && Destination.trimmed(unescaped(source.substring(start, end))).equals(meant)) {
            found(start, end, meant);
        }
    }

    private static String unescaped(String written) {
        return ESCAPE.matcher(written)
                .replaceAll(match -> Matcher.quoteReplacement(match.group(1) == null ? "&" : match.group(1)));
    }

    private int start(Node node) {
        List<SourceSpan> spans = node.getSourceSpans();
        return spans.isEmpty() ? source.length() : offset + spans.get(0).getInputIndex();
    }

    private int end(Node node) {
        List<SourceSpan> spans = node.getSourceSpans();
        if (spans.isEmpty()) {
            return 0;
        }
        SourceSpan last = spans.get(spans.size() - 1);
        return offset + last.getInputIndex() + last.getLength();
    }
}
