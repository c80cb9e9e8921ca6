package io.commonplace.rendering;

import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.footnotes.FootnotesExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.task.list.items.TaskListItemsExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** The Markdown dialect of pages: CommonMark, GitHub's extensions, and wiki links. Thread-safe. */
final class Dialect {
    private final List<Extension> extensions;
    private final Parser parser;
    private final HtmlRenderer renderer;
    private final boolean limitsHtml;

    /** @param nesting the highest depth that is accepted */
    Dialect(int nesting) {
        this(
                List.of(
                        new ParsingLimits(nesting),
                        new OtherAutolinks(),
                        new RawHtml(),
                        new WikiLinks(),
                        new Alerts(),
                        new Formulas(),
                        new Fences(),
                        TablesExtension.create(),
                        StrikethroughExtension.create(),
                        TaskListItemsExtension.create(),
                        new Tasks(),
                        FootnotesExtension.create(),
                        AutolinkExtension.create()),
                true);
    }

    /** @param isOurs whether raw HTML and addresses are those of pages, or else of the specification */
    Dialect(List<Extension> extensions, boolean isOurs) {
        this.extensions = extensions;
        this.limitsHtml = isOurs;
        parser = isOurs
                ? parser(HtmlBlocks.CLOSED)
                : Parser.builder().extensions(extensions).build();
        renderer = HtmlRenderer.builder()
                .extensions(extensions)
                // Links are resolved by the destination as written; LinkStage encodes them afterwards.
                .percentEncodeUrls(!isOurs)
                .build();
    }

    Node parse(String markdown) {
        HtmlBlocks blocks = limitsHtml ? HtmlBlocks.of(markdown) : HtmlBlocks.CLOSED;
        Parser fitting = blocks == HtmlBlocks.CLOSED ? parser : parser(blocks);
        return fitting.parse(markdown);
    }

    /** Parses so that each node knows where in the source it is. That takes longer. */
    Node parseWithPlaces(String markdown) {
        return builder(HtmlBlocks.of(markdown))
                .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
                .build()
                .parse(markdown);
    }

    private Parser parser(HtmlBlocks blocks) {
        return builder(blocks).build();
    }

    private Parser.Builder builder(HtmlBlocks blocks) {
        return Parser.builder().extensions(extensions).extensions(List.of(blocks));
    }

    /**
     * Renders to HTML that is not safe yet.
     *
     * @param limit in characters
     * @throws RenderingRefused if the HTML is longer
     */
    String html(Node document, int limit) {
        LimitedOutput output = new LimitedOutput(limit);
        renderer.render(document, output);
        return output.toString();
    }
}
