package io.commonplace.rendering;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;
import java.util.function.Supplier;
import org.commonmark.node.Node;

/**
 * Makes safe HTML of Markdown. Thread-safe; everything that is costly to build is built once.
 *
 * <p>All of it runs on the caller's thread and ends within {@link Limits#time()}, or is refused.
 */
@ApplicationScoped
public class Renderer {
    private final Limits limits;
    private final Dialect dialect;
    private final Function<Limits, Budget> budgets;

    public Renderer() {
        this(Limits.STANDARD);
    }

    Renderer(Limits limits) {
        this(limits, Budget::new);
    }

    Renderer(Limits limits, Function<Limits, Budget> budgets) {
        this.limits = limits;
        this.budgets = budgets;
        dialect = new Dialect(limits.nesting());
    }

    /**
     * Makes HTML of a page's source.
     *
     * @param links says where the links of the parsed page lead; its time counts too
     * @throws RenderingRefused if the source or its HTML is too large, nested too deep, or takes too long
     */
    public RenderedPage render(String markdown, Function<ParsedPage, LinkResolver> links) {
        return bounded(() -> {
            ParsedPage page = read(markdown);
            return write(page, links.apply(page));
        });
    }

    /**
     * Reads a page's source.
     *
     * @throws RenderingRefused if the source is too large, nested too deep, or takes too long
     */
    public ParsedPage parse(String markdown) {
        return bounded(() -> read(markdown));
    }

    /**
     * Makes HTML of a parsed page.
     *
     * @param page from {@link #parse}; it can be rendered again with other links
     * @throws RenderingRefused if the HTML gets too large or takes too long
     */
    public RenderedPage render(ParsedPage page, LinkResolver links) {
        return bounded(() -> write(page, links));
    }

    private ParsedPage read(String markdown) {
        SourceCheck.check(markdown, limits);
        FrontMatter text = FrontMatter.of(markdown);
        Node document = dialect.parse(text.body());
        return new Inspection(document, limits.links()).page(text.title());
    }

    private RenderedPage write(ParsedPage page, LinkResolver links) {
        String html = dialect.html(page.document(), limits.htmlChars());
        return new Sanitizing(links, limits).page(page.title(), html);
    }

    private <T> T bounded(Supplier<T> work) {
        try {
            return budgets.apply(limits).within(work);
        } catch (StackOverflowError e) {
            // The walks of the library are recursive; our own check of the depth comes after its first ones.
            throw new RenderingRefused("rendering.tooDeep", (long) limits.nesting());
        }
    }
}
