package io.commonplace.pages;

import io.commonplace.platform.Refusal;
import io.commonplace.rendering.ParsedPage;
import io.commonplace.rendering.Renderer;
import io.commonplace.rendering.RenderingRefused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Renders texts as pages of a space. */
@ApplicationScoped
public class Typesetter {
    @Inject
    private Renderer renderer;

    @Inject
    private StoredTargets targets;

    /** @throws Refusal if the text can't be rendered within the limits */
    public DocumentText typeset(SpaceHead space, String sourcePath, PageText text) {
        try {
            ParsedPage parsed = renderer.parse(text.markdown());
            SpaceLinks links = new SpaceLinks(sourcePath, parsed, targets.in(space));
            return DocumentText.of(renderer.render(parsed, links), text.title());
        } catch (RenderingRefused e) {
            throw new Refusal(e.key(), e.arguments().toArray());
        }
    }
}
