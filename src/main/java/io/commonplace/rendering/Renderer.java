package io.commonplace.rendering;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;
import org.commonmark.node.Node;

/**
 * Makes safe HTML of Markdown. Thread-safe; everything that is costly to build is built once.
 *
 * <p>Both steps run on the caller's thread and end within {@link Limits#time()}, or are refused.
 */
@ApplicationScoped
public class Renderer {
    private final Limits limits;
    private final Dialect dialect;

    public Renderer() {
        this(Limits.STANDARD);
    }

    Renderer(Limits limits) {
        this.limits = limits;
        dialect = new Dialect(limits.nesting());
    }

    /**
     * Reads a page's source.
     *
     * @throws RenderingRefused if the source is too large, nested too deep, or takes too long
     */
    public ParsedPage parse(String markdown) {
        SourceCheck.check(markdown, limits);
        FrontMatter text = FrontMatter.of(markdown);
        return bounded(() -> {
            Node document = dialect.parse(text.body());
            return new Inspection(document).page(text.title());
        });
    }

    /**
     * Makes HTML of a parsed page.
     *
     * @param page from {@link #parse}; it can be rendered again with other links
     * @throws RenderingRefused if the HTML gets too large or takes too long
     */
    public RenderedPage render(ParsedPage page, LinkResolver links) {
        return bounded(() -> {
            String html = dialect.html(page.document(), limits.htmlChars());
            return new Sanitizing(links, limits).page(html);
        });
    }

    private <T> T bounded(Supplier<T> work) {
        try {
            return Deadline.within(limits.time(), work);
        } catch (StackOverflowError e) {
            // The walks of the library are recursive; our own check of the depth comes after its first ones.
            throw new RenderingRefused("rendering.tooDeep", (long) limits.nesting());
        }
    }
}
