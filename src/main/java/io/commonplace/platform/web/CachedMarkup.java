package io.commonplace.platform.web;

import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIComponentBase;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes the cached markup of {@link CachedTag}. If there is none, renders its children and caches the result. */
final class CachedMarkup extends UIComponentBase {
    private final @Nullable String kept;
    private final Consumer<String> keep;

    CachedMarkup(@Nullable String kept, Consumer<String> keep) {
        this.kept = kept;
        this.keep = keep;
        setTransient(true);
    }

    @Override
    public String getFamily() {
        return "io.commonplace.CachedMarkup";
    }

    @Override
    public boolean getRendersChildren() {
        return true;
    }

    @Override
    public void encodeChildren(FacesContext faces) throws IOException {
        String markup = kept;
        if (markup == null) {
            markup = made(faces);
            keep.accept(markup);
        }
        faces.getResponseWriter().write(markup);
    }

    private String made(FacesContext faces) throws IOException {
        ResponseWriter page = faces.getResponseWriter();
        StringWriter made = new StringWriter();
        ResponseWriter own = page.cloneWithWriter(made);
        faces.setResponseWriter(own);
        try {
            for (UIComponent child : getChildren()) {
                child.encodeAll(faces);
            }
            own.flush();
        } finally {
            faces.setResponseWriter(page);
        }
        return made.toString();
    }
}
