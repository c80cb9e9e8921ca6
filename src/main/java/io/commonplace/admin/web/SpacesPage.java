package io.commonplace.admin.web;

import io.commonplace.pages.SpaceReaders;
import io.commonplace.pages.Spaces;
import io.commonplace.people.web.CurrentUser;
import io.commonplace.platform.web.FlashMessages;
import io.commonplace.platform.web.FormAction;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

/** The form for a new space, for administrators of the site. */
@Named
@RequestScoped
public class SpacesPage {
    @Inject
    private Spaces spaces;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private FormAction formAction;

    @Inject
    private FlashMessages flashMessages;

    @Inject
    private HttpServletRequest request;

    private String name = "";
    private String slug = "";
    private String description = "";
    private String readers = "";

    /** The form is shown again with the choice that was sent. */
    @PostConstruct
    void begin() {
        String chosen = request.getParameter("readers");
        readers = chosen == null ? "" : chosen;
    }

    public void create() {
        if (formAction.accepted(
                () -> spaces.create(currentUser.viewer(), slug.strip(), name, description, SpaceReaders.named(readers)),
                "slug",
                "name",
                "description",
                "readers")) {
            boolean open = SpaceReaders.named(readers) == SpaceReaders.EVERYONE;
            flashMessages.redirect("/admin/spaces", open ? "space.created.open" : "space.created", name.strip());
        }
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getSlug() {
        return slug;
    }

    public void setSlug(String slug) {
        this.slug = slug;
    }

    public String getDescription() {
        return description;
    }

    public void setDescription(String description) {
        this.description = description;
    }

    /** Who may view the new space: a name of {@link SpaceReaders}, or empty. */
    public String getReaders() {
        return readers;
    }
}
