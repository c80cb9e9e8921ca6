package io.commonplace.admin.web;

import io.commonplace.pages.SpaceHead;
import io.commonplace.pages.Spaces;
import io.commonplace.people.Access;
import io.commonplace.people.SpaceLevel;
import io.commonplace.people.web.Present;
import io.commonplace.platform.web.Notices;
import io.commonplace.platform.web.Submission;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** A space's name and description, for those who administer it. */
@Named
@RequestScoped
public class SpacePage {
    @Inject
    private Spaces spaces;

    @Inject
    private Access access;

    @Inject
    private Present present;

    @Inject
    private Submission submission;

    @Inject
    private Notices notices;

    private String slug = "";
    private String name = "";
    private String description = "";

    public void load() {
        SpaceHead space = spaces.get(present.viewer(), slug);
        access.require(present.viewer(), SpaceLevel.ADMINISTER, space.id());
        if (!FacesContext.getCurrentInstance().isPostback()) {
            name = space.name();
            description = space.description();
        }
    }

    public void save() {
        if (submission.accepted(
                () -> spaces.describe(present.viewer(), slug, name, description), "name", "description")) {
            notices.sayAt("/admin/spaces", "space.described", name.strip());
        }
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
}
