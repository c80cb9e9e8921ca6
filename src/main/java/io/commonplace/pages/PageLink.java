package io.commonplace.pages;

import io.commonplace.rendering.RenderedLink;
import org.jspecify.annotations.Nullable;

/** A link of a page's text. @param target null if there is none, or it is not looked up */
public record PageLink(RenderedLink link, @Nullable LinkTarget target) {
    /** Whether it should lead to a page or file of the space and doesn't. */
    public boolean isBroken() {
        return target == null
                && switch (link.kind()) {
                    case INSIDE -> !WrittenLink.of(link.written()).isSiteAddress();
                    case WIKI -> true;
                    case SECTION, OUTSIDE, UNSUPPORTED -> false;
                };
    }
}
