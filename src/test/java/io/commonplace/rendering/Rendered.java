package io.commonplace.rendering;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Renders pages for tests. */
final class Rendered {
    /** With a generous limit of time, so that tests reach the other limits on a busy machine, too. */
    private static final Limits WITH_LONG_TIME = new Limits(
            Limits.STANDARD.sourceBytes(),
            Limits.STANDARD.nesting(),
            Limits.STANDARD.links(),
            Limits.STANDARD.tableCells(),
            Limits.STANDARD.htmlChars(),
            Duration.ofMinutes(1));

    private static final Renderer RENDERER = new Renderer(WITH_LONG_TIME);

    /** Resolves every link to its destination, and every wiki link to a path below /wiki/. */
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

    /** Renders with links that exist only if the map names them. */
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
