package io.commonplace.pages;

import io.commonplace.database.Ids;
import io.commonplace.database.Writes;
import io.commonplace.people.Access;
import io.commonplace.people.Rights;
import io.commonplace.people.SpaceLevel;
import io.commonplace.people.Viewer;
import io.commonplace.platform.NotFound;
import io.commonplace.platform.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Creates spaces, and finds those that a person may see. */
@ApplicationScoped
public class Spaces {
    private static final Pattern SLUG = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?");

    @Inject
    private SpaceStore store;

    @Inject
    private PageReader pageReader;

    @Inject
    private Access access;

    @Inject
    private Rights rights;

    @Inject
    private Ids ids;

    @Inject
    private Clock clock;

    @Inject
    private Event<SpaceLanguageChanged> languages;

    /**
     * Creates a space that only administrators of the site may view, until somebody sets its rights.
     *
     * @throws Refusal if the address is taken, or a text is invalid
     */
    @Writes
    public SpaceHead create(Viewer viewer, String slug, String name, String description) {
        return create(viewer, slug, name, description, SpaceReaders.ADMINISTRATORS);
    }

    /**
     * Creates a space.
     *
     * @throws Refusal if the address is taken, or a text is invalid
     */
    @Writes
    public SpaceHead create(Viewer viewer, String slug, String name, String description, SpaceReaders readers) {
        access.requireAdministrator(viewer);
        check(slug, name, description);
        requireFree(slug);
        Space space = new Space(ids.next(), slug, name.strip(), description.strip(), clock.instant());
        store.add(space);
        rights.replace(viewer, space.id(), readers.levels());
        return space.head();
    }

    /**
     * Changes how a space is described.
     *
     * @param language of its pages, ISO 639-1; empty to detect it for each page
     * @throws Refusal if a text is invalid, or the language is unknown
     */
    @Writes
    public void describe(Viewer viewer, String slug, String name, String description, String language) {
        Space space = store.find(slug)
                .filter(found -> access.may(viewer, SpaceLevel.VIEW, found.id()))
                .orElseThrow(() -> new NotFound("space.notFound", slug));
        access.require(viewer, SpaceLevel.ADMINISTER, space.id());
        check(slug, name, description);
        space.describe(name.strip(), description.strip());
        if (space.changeLanguage(language)) {
            languages.fire(new SpaceLanguageChanged(space.id(), language));
        }
        store.changed(space);
    }

    /** @throws NotFound if there is no such space, or the viewer may not see it */
    public SpaceHead get(Viewer viewer, String slug) {
        return find(viewer, slug).orElseThrow(() -> new NotFound("space.notFound", slug));
    }

    /** @throws NotFound as by the space's key */
    public SpaceHead get(Viewer viewer, long spaceId) {
        return pageReader.spaces().stream()
                .filter(space -> space.id() == spaceId && access.may(viewer, SpaceLevel.VIEW, spaceId))
                .findFirst()
                .orElseThrow(() -> new NotFound("access.notFound"));
    }

    public Optional<SpaceHead> find(Viewer viewer, String slug) {
        return pageReader.space(slug).filter(space -> access.may(viewer, SpaceLevel.VIEW, space.id()));
    }

    /** The spaces in which the viewer has at least this level, sorted by name. */
    public List<SpaceHead> visible(Viewer viewer, SpaceLevel level) {
        return pageReader.spaces().stream()
                .filter(space -> access.may(viewer, level, space.id()))
                .toList();
    }

    /**
     * The spaces that the viewer works with, sorted by name: those that are archived are left out.
     *
     * @param filter a part of a name, in any case; empty for all spaces
     */
    public List<SpaceHead> current(Viewer viewer, String filter) {
        return visible(viewer, SpaceLevel.VIEW).stream()
                .filter(space -> !space.archived() && space.isNamed(filter))
                .toList();
    }

    /**
     * The latest changes in spaces that the viewer may see.
     *
     * @param minor whether minor changes count as well
     */
    public List<RecentChange> recentChanges(Viewer viewer, boolean minor, int limit) {
        return pageReader.recentChanges(minor).stream()
                .filter(change -> access.may(viewer, SpaceLevel.VIEW, change.spaceId()))
                .limit(limit)
                .toList();
    }

    /** @throws Refusal if another space has the key, or had it before: its addresses lead on */
    private void requireFree(String slug) {
        if (store.find(slug).isPresent()) {
            throw new Refusal("space.slug.taken", slug);
        }
        if (store.formerKey(slug).isPresent()) {
            throw new Refusal("space.slug.former", slug);
        }
    }

    static void checkKey(String slug) {
        if (!SLUG.matcher(slug).matches()) {
            throw new Refusal("space.slug.form");
        }
    }

    private static void check(String slug, String name, String description) {
        checkKey(slug);
        if (name.isBlank() || name.length() > 120) {
            throw new Refusal("space.name.form", 120);
        }
        if (description.length() > 500) {
            throw new Refusal("space.description.form", 500);
        }
    }
}
