package io.commonplace.rendering;

import java.util.List;
import java.util.function.Consumer;
import org.owasp.html.HtmlSanitizer;

/**
 * Finds the destinations in raw HTML. It uses the sanitiser's own lexer, so that it finds exactly the strings that
 * {@link LinkStage} looks up later.
 */
final class RawHtmlLinks {
    private RawHtmlLinks() {}

    static void of(String html, Consumer<String> found) {
        // Most raw HTML is a line break or a closing tag. A lexer for each would cost more than the parser.
        if (html.contains("src") || html.contains("href") || html.contains("SRC") || html.contains("HREF")) {
            HtmlSanitizer.sanitize(html, new NoOutput(), sink -> new TagReader(found));
        }
    }

    private static final class TagReader extends NoOutput {
        private final Consumer<String> found;

        TagReader(Consumer<String> found) {
            this.found = found;
        }

        @Override
        public void openTag(String element, List<String> attributes) {
            String name = LinkStage.urlAttribute(element);
            String value = name == null ? null : Attributes.of(attributes).get(name);
            if (value != null) {
                found.accept(value);
            }
        }
    }

    private static class NoOutput implements HtmlSanitizer.Policy {
        @Override
        public void openDocument() {}

        @Override
        public void closeDocument() {}

        @Override
        public void openTag(String element, List<String> attributes) {}

        @Override
        public void closeTag(String element) {}

        @Override
        public void text(String text) {}
    }
}
