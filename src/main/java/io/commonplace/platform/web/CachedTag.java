package io.commonplace.platform.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.faces.component.UIComponent;
import jakarta.faces.view.facelets.FaceletContext;
import jakarta.faces.view.facelets.TagAttribute;
import jakarta.faces.view.facelets.TagConfig;
import jakarta.faces.view.facelets.TagHandler;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code <cp:cached key="#{[section, title]}">…</cp:cached>}: makes the markup inside it once for each key, and afterwards writes it
 * without any component or expression. The markup may depend on the key and on what never changes while a clone runs: texts
 * and assets. So it must not hold a person's own, like the CSRF token. {@code CachedMarkupTest} reads all views for that.
 *
 * <p>Each place in a view has a cache of its own, of {@value #SIZE} characters at most, or of the number in the attribute {@code
 * size}.
 */
public final class CachedTag extends TagHandler {
    private static final int SIZE = 1_000_000;

    /** An estimate. */
    private static final int KEY_CHARACTERS = 300;

    private final @Nullable TagAttribute key;
    private final Cache<Object, String> markup;

    public CachedTag(TagConfig config) {
        super(config);
        key = getAttribute("key");
        TagAttribute size = getAttribute("size");
        markup = Caffeine.newBuilder()
                .maximumWeight(size == null ? SIZE : Long.parseLong(size.getValue()))
                .weigher((Object itsKey, String text) -> KEY_CHARACTERS + text.length())
                .build();
    }

    @Override
    public void apply(FaceletContext view, UIComponent parent) throws IOException {
        Object value = key == null ? List.of() : key.getObject(view);
        String kept = markup.getIfPresent(value);
        CachedMarkup component = new CachedMarkup(kept, made -> markup.put(value, made));
        parent.getChildren().add(component);
        if (kept == null) {
            nextHandler.apply(view, component);
        }
    }
}
