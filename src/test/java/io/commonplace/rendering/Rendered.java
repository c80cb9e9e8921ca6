package io.commonplace.rendering;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Renders for a test. */
final class Rendered {
    /** With time to spare: on a busy machine another limit than the time's must still be the one that is met. */
    private static final Limits PATIENT = new Limits(
            Limits.STANDARD.sourceBytes(),
            Limits.STANDARD.nesting(),
            Limits.STANDARD.links(),
            Limits.STANDARD.tableCells(),
            Limits.STANDARD.htmlChars(),
            Duration.ofMinutes(1));

    private static final Renderer RENDERER = new Renderer(PATIENT);

    /** Every link leads to what it says, every wiki link below /wiki/. */
    static final LinkResolver EVERYTHING_EXISTS = new LinkResolver() {
        @Override
        public Optional<String> page(String destination) {
            return Optional.of(destination);
        }

        @Override
        public Optional<String> wiki(String target) {
            return Optional.of("/wiki/" + target);
        }
    };

    private Rendered() {}

    static RenderedPage page(String markdown) {
        return RENDERER.render(RENDERER.parse(markdown), EVERYTHING_EXISTS);
    }

    static String html(String markdown) {
        return page(markdown).html().strip();
    }

    static ParsedPage parsed(String markdown) {
        return RENDERER.parse(markdown);
    }

    /** Where only what the map names exists. */
    static RenderedPage page(String markdown, Map<String, String> pages) {
        return RENDERER.render(RENDERER.parse(markdown), new LinkResolver() {
            @Override
            public Optional<String> page(String destination) {
                return Optional.ofNullable(pages.get(destination));
            }

            @Override
            public Optional<String> wiki(String target) {
                return Optional.ofNullable(pages.get(target));
            }
        });
    }
}
