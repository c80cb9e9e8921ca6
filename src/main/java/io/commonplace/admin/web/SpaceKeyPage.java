package io.commonplace.admin.web;

import io.commonplace.pages.SpaceHead;
import io.commonplace.pages.SpaceKeys;
import io.commonplace.people.web.CurrentUser;
import io.commonplace.platform.web.FlashMessages;
import io.commonplace.platform.web.FormAction;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;

/** Changes a space's key. */
@Named
@RequestScoped
public class SpaceKeyPage {
    @Inject
    private SpaceKeys keys;

    @Inject
    private AdministeredSpace administered;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private FormAction formAction;

    @Inject
    private FlashMessages flashMessages;

    private @Nullable SpaceHead space;
    private String slug = "";

    public void load() {
        SpaceHead found = administered.get();
        space = found;
        if (!FacesContext.getCurrentInstance().isPostback()) {
            slug = found.slug();
        }
    }

    public void change() {
        SpaceHead found = administered.get();
        String key = slug.strip();
        if (formAction.accepted(() -> keys.change(currentUser.viewer(), found, key), "slug")) {
            flashMessages.redirect("/admin/space?space=" + key, "space.keyChanged", found.name(), key);
        }
    }

    /** Null while Faces decodes the form. */
    public @Nullable SpaceHead getSpace() {
        return space;
    }

    public String getSlug() {
        return slug;
    }

    public void setSlug(String slug) {
        this.slug = slug;
    }
}
