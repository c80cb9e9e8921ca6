package io.commonplace.rendering;

import org.jspecify.annotations.Nullable;
import org.owasp.html.Handler;
import org.owasp.html.HtmlSanitizer;
import org.owasp.html.HtmlStreamRenderer;

/**
 * Streams one page's HTML through the stages: links, policy, plain text, headings and ids, tables. It builds no tree, and
 * sanitises once.
 */
final class Sanitizing {
    private final LinkResolver links;
    private final Limits limits;

    Sanitizing(LinkResolver links, Limits limits) {
        this.links = links;
        this.limits = limits;
    }

    RenderedPage page(@Nullable String title, String html) {
        LimitedOutput output = new LimitedOutput(limits.htmlChars());
        TableStage tables = new TableStage(HtmlStreamRenderer.create(output, Handler.PROPAGATE, Handler.DO_NOTHING));
        HeadingStage headings = new HeadingStage(tables);
        TextStage text = new TextStage(headings);
        LinkStage[] stage = new LinkStage[1];
        HtmlSanitizer.sanitize(html, Policy.INSTANCE.apply(text), sink -> stage[0] = new LinkStage(sink, links));
        return new RenderedPage(
                title,
                output.toString(),
                headings.outline(),
                stage[0].broken(),
                text.hasCode(),
                text.plainText(),
                stage[0].all(),
                headings.ids());
    }
}
