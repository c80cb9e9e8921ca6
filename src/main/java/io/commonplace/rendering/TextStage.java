package io.commonplace.rendering;

import java.util.List;
import java.util.Set;
import org.owasp.html.HtmlStreamEventReceiver;
import org.owasp.html.HtmlStreamEventReceiverWrapper;

/** Collects the text that a reader sees. */
final class TextStage extends HtmlStreamEventReceiverWrapper {
    private static final Set<String> INLINE = Set.of(
            "a", "abbr", "b", "bdi", "bdo", "cite", "code", "del", "dfn", "em", "i", "ins", "kbd", "mark", "q", "s",
            "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var");

    private final StringBuilder text = new StringBuilder();
    private boolean hasCode;

    TextStage(HtmlStreamEventReceiver next) {
        super(next);
    }

    @Override
    public void openTag(String element, List<String> attributes) {
        separate(element);
        if (element.equals("code") && Attributes.of(attributes).get("class") != null) {
            hasCode = true;
        }
        if (element.equals("img")) {
            text.append(Attributes.of(attributes).get("alt", ""));
        }
        super.openTag(element, attributes);
    }

    @Override
    public void closeTag(String element) {
        separate(element);
        super.closeTag(element);
    }

    @Override
    public void text(String more) {
        text.append(more);
        super.text(more);
    }

    boolean hasCode() {
        return hasCode;
    }

    String plainText() {
        StringBuilder tidy = new StringBuilder(text.length());
        text.toString()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .forEach(line -> tidy.append(line).append('\n'));
        return tidy.toString().strip();
    }

    private void separate(String element) {
        if (!INLINE.contains(element) && !text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
            text.append('\n');
        }
    }
}
