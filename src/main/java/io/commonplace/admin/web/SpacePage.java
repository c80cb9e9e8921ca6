package io.commonplace.admin.web;

import io.commonplace.pages.SpaceHead;
import io.commonplace.pages.Spaces;
import io.commonplace.people.Access;
import io.commonplace.people.SpaceLevel;
import io.commonplace.people.web.CurrentUser;
import io.commonplace.platform.web.FlashMessages;
import io.commonplace.platform.web.FormAction;
import io.commonplace.search.SpaceLanguages;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** A space's name, description and language, for those who administer it. */
@Named
@RequestScoped
public class SpacePage {
    @Inject
    private Spaces spaces;

    @Inject
    private SpaceLanguages languages;

    @Inject
    private Access access;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private FormAction formAction;

    @Inject
    private FlashMessages flashMessages;

    @Inject
    private HttpServletRequest request;

    private String slug = "";
    private String name = "";
    private String description = "";
    private String language = "";
    private boolean archived;

    @PostConstruct
    void begin() {
        String chosen = request.getParameter("language");
        language = chosen == null ? "" : chosen;
    }

    public void load() {
        SpaceHead space = spaces.get(currentUser.viewer(), slug);
        access.require(currentUser.viewer(), SpaceLevel.ADMINISTER, space.id());
        archived = space.archived();
        if (!FacesContext.getCurrentInstance().isPostback()) {
            name = space.name();
            description = space.description();
            language = space.language();
        }
    }

    public void save() {
        if (formAction.accepted(
                () -> spaces.describe(currentUser.viewer(), slug, name, description, language),
                "name",
                "description",
                "language")) {
            flashMessages.redirect("/admin/spaces", "space.saved", name.strip());
        }
    }

    public boolean isArchived() {
        return archived;
    }

    public String getSlug() {
        return slug;
    }

    public void setSlug(String slug) {
        this.slug = slug;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getDescription() {
        return description;
    }

    public void setDescription(String description) {
        this.description = description;
    }

    /** ISO 639-1; empty if it is detected for each page. */
    public String getLanguage() {
        return language;
    }

    public List<SpaceLanguages.Choice> getLanguages() {
        return languages.choices();
    }
}
