package io.commonplace.rendering;

import java.util.Map;
import java.util.Optional;

/** Renders for a test. */
final class Rendered {
    private static final Renderer RENDERER = new Renderer();

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
