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
 * {@code <cp:cached key="#{[section, title]}">…</cp:cached>}: makes the markup inside it once for each key, and afterwards
 * writes it without any component or expression. The markup may depend on the key and on what never changes while a clone
 * runs: texts and assets. So it must not contain anything of one person, such as the CSRF token. {@code CachedMarkupTest}
 * checks all views for that.
 *
 * <p>Each place in a view has a cache of its own, of {@value #MAX_CHARACTERS} characters at most.
 */
public final class CachedTag extends TagHandler {
    private static final int MAX_CHARACTERS = 2_000_000;

    /** An estimate. */
    private static final int KEY_CHARACTERS = 300;

    private final @Nullable TagAttribute key;
    private final Cache<Object, String> markup = Caffeine.newBuilder()
            .maximumWeight(MAX_CHARACTERS)
            .weigher((Object itsKey, String text) -> KEY_CHARACTERS + text.length())
            .build();

    public CachedTag(TagConfig config) {
        super(config);
        key = getAttribute("key");
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
