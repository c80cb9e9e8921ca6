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
    public DocumentText render(SpaceHead space, String sourcePath, PageText text) {
        try {
            LinkTargets linkTargets = targets.in(space);
            RenderedPage page =
                    renderer.render(text.markdown(), parsed -> new SpaceLinks(sourcePath, parsed, linkTargets));
            return DocumentText.of(page, text.title());
        } catch (RenderingRefused e) {
            throw new Refusal(e.key(), e.arguments().toArray());
        }
    }
}
