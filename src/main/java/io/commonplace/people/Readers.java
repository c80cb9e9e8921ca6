package io.commonplace.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Finds the people who may view a space, for those who write in it. */
@ApplicationScoped
public class Readers {
    @Inject
    private PeopleQueries queries;

    @Inject
    private Access access;

    /**
     * The active ones whose user name, or a word of whose name, begins like this, sorted by name.
     *
     * @param beginning in any case; if it is blank, nobody is found
     * @throws io.commonplace.platform.NotFound if the viewer may not view the space
     * @throws io.commonplace.platform.Forbidden if the viewer may view the space, but not edit it
     */
    public List<PersonName> named(Viewer viewer, long spaceId, String beginning, int limit) {
        access.require(viewer, SpaceLevel.EDIT, spaceId);
        return beginning.isBlank()
                ? List.of()
                : queries.members(access.groupsThatMayView(spaceId), beginning.strip(), limit);
    }
}
