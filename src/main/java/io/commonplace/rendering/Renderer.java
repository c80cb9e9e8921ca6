package io.commonplace.rendering;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.commonmark.node.Node;

/**
 * Renders Markdown to safe HTML. Thread-safe; costly parts are built once.
 *
 * <p>All work runs on the caller's thread. It ends within {@link Limits#time()}, or the page is refused.
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
     * Parses and renders a page's source.
     *
     * @param links gives the resolver of the parsed page's links; its time counts as well
     * @throws RenderingRefused if the source or its HTML is too large, nested too deep, or takes too long
     */
    public RenderedPage render(String markdown, Function<ParsedPage, LinkResolver> links) {
        return bounded(() -> {
            ParsedPage page = read(markdown);
            return write(page, links.apply(page));
        });
    }

    /**
     * Parses a page's source.
     *
     * @throws RenderingRefused if the source is too large, nested too deep, or takes too long
     */
    public ParsedPage parse(String markdown) {
        return bounded(() -> read(markdown));
    }

    /**
     * Finds where a page's source names destinations inside this site, in the order of the source.
     *
     * @throws RenderingRefused if the source is too large, nested too deep, or takes too long
     */
    public List<WrittenDestination> destinations(String markdown) {
        return parsed(markdown, (offset, document) -> new DestinationPlaces(markdown, offset).of(document));
    }

    /**
     * Finds where a page's source names targets of wiki links, in the order of the source.
     *
     * @throws RenderingRefused if the source is too large, nested too deep, or takes too long
     */
    public List<WrittenDestination> wikiTargets(String markdown) {
        return parsed(markdown, (offset, document) -> new WikiPlaces(markdown, offset).of(document));
    }

    /**
     * Finds where a page's source has each of its links and pictures first.
     *
     * @return places in the source by the links, as {@link RenderedPage#brokenLinks()} has them
     * @throws RenderingRefused if the source is too large, nested too deep, or takes too long
     */
    public Map<String, Integer> linkStarts(String markdown) {
        return parsed(markdown, (offset, document) -> new LinkStarts(offset).of(document));
    }

    /**
     * Finds the task list items of a page's source, in the order of the numbers that they have in its HTML.
     *
     * @throws RenderingRefused if the source is too large, nested too deep, or takes too long
     */
    public List<WrittenTask> tasks(String markdown) {
        return parsed(markdown, (offset, document) -> new TaskPlaces(markdown, offset).of(document));
    }

    private <T> T parsed(String markdown, BiFunction<Integer, Node, T> finder) {
        return bounded(() -> {
            SourceCheck.check(markdown, limits);
            String body = FrontMatter.of(markdown).body();
            return finder.apply(markdown.length() - body.length(), dialect.parseWithPlaces(body));
        });
    }

    /**
     * Renders a parsed page.
     *
     * @param page from {@link #parse}; may be rendered again with another resolver
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
            // The library walks the tree recursively, and does so before our own check of the depth.
            throw new RenderingRefused("rendering.tooDeep", (long) limits.nesting());
        }
    }
}
