package io.commonplace.pages;

import io.commonplace.people.Access;
import io.commonplace.people.SpaceLevel;
import io.commonplace.people.Viewer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Tells people who edit a page who else does. */
@ApplicationScoped
public class Presence {
    @Inject
    private OpenEditors editors;

    @Inject
    private Access access;

    /**
     * Announces that the viewer has the page's editor open. To be called every ten seconds, until it is closed.
     *
     * @return the names of the others who have it open and may still edit the page, sorted
     */
    public List<String> editing(Viewer viewer, PageHead page) {
        access.require(viewer, SpaceLevel.EDIT, page.spaceId());
        editors.open(page.id(), viewer.id());
        return editors.people(page.id()).stream()
                .filter(person -> person != viewer.id())
                .flatMap(person -> access.viewer(person).stream())
                .filter(other -> access.may(other, SpaceLevel.EDIT, page.spaceId()))
                .map(Viewer::displayName)
                .sorted()
                .toList();
    }

    /** Announces that the viewer has closed the page's editor. */
    public void closed(Viewer viewer, PageHead page) {
        access.require(viewer, SpaceLevel.EDIT, page.spaceId());
        editors.close(page.id(), viewer.id());
    }
}
