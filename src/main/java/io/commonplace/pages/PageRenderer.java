package io.commonplace.pages;

import io.commonplace.platform.Refusal;
import io.commonplace.rendering.RenderedPage;
import io.commonplace.rendering.Renderer;
import io.commonplace.rendering.RenderingRefused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Renders Markdown as a page of a space. */
@ApplicationScoped
public class PageRenderer {
    @Inject
    private Renderer renderer;

    @Inject
    private StoredTargets targets;

    /** @throws Refusal if the text can't be rendered within the limits */
    public PageRendering render(SpaceHead space, String sourcePath, PageText text) {
        return render(targets.in(space), sourcePath, text);
    }

    /**
     * Renders with links to these targets.
     *
     * @throws Refusal if the text can't be rendered within the limits
     */
    public PageRendering render(LinkTargets known, String sourcePath, PageText text) {
        SpaceLinks[] links = new SpaceLinks[1];
        try {
            RenderedPage page =
                    renderer.render(text.markdown(), parsed -> links[0] = new SpaceLinks(sourcePath, parsed, known));
            return PageRendering.of(page, text.title(), links[0]);
        } catch (RenderingRefused e) {
            throw new Refusal(e.key(), e.arguments().toArray());
        }
    }
}
