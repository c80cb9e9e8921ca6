package io.commonplace.admin.web;

import io.commonplace.admin.SpaceQueries;
import io.commonplace.pages.DeletedSpace;
import io.commonplace.pages.SpaceEnds;
import io.commonplace.pages.SpaceHead;
import io.commonplace.pages.SpaceReaders;
import io.commonplace.pages.Spaces;
import io.commonplace.people.SpaceLevel;
import io.commonplace.people.web.CurrentUser;
import io.commonplace.platform.web.FlashMessages;
import io.commonplace.platform.web.FormAction;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;

/** The spaces that the person administers and, for administrators of the site, the form for a new one. */
@Named
@RequestScoped
public class SpacesPage {
    @Inject
    private Spaces spaces;

    @Inject
    private SpaceQueries queries;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private FormAction formAction;

    @Inject
    private FlashMessages flashMessages;

    @Inject
    private SpaceEnds ends;

    @Inject
    private HttpServletRequest request;

    private List<SpaceRow> all = List.of();
    private List<DeletedSpace> deleted = List.of();
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

    public void load() {
        List<SpaceHead> administered = spaces.visible(currentUser.viewer(), SpaceLevel.ADMINISTER);
        Map<Long, Long> pages =
                queries.pageCounts(administered.stream().map(SpaceHead::id).toList());
        all = administered.stream()
                .map(space -> new SpaceRow(space, pages.getOrDefault(space.id(), 0L)))
                .toList();
        deleted = ends.deleted(currentUser.viewer());
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

    public List<SpaceRow> getAll() {
        return all;
    }

    /** Those that the person may restore. */
    public List<DeletedSpace> getDeleted() {
        return deleted;
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

    /** How far the pages of a space are counted. */
    public int getMostCounted() {
        return SpaceQueries.MOST_COUNTED;
    }

    /** A row of the list. */
    public record SpaceRow(SpaceHead space, long pages) {
        /** Whether there are more pages than are counted. */
        public boolean many() {
            return pages > SpaceQueries.MOST_COUNTED;
        }
    }
}
