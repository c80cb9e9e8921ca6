package io.commonplace.transfer;

import io.commonplace.people.Access;
import io.commonplace.people.SpaceLevel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Whether a person may have what an export contains. It is asked in each step and at each download, because rights change. */
@ApplicationScoped
class ExportAccess {
    @Inject
    private Access access;

    @Inject
    private ExportQueries queries;

    /** Whether the person who has asked for the export may still view all of its spaces. */
    boolean holds(ExportOrder order) {
        return holds(order.personId(), queries.spaces(order.exportId()));
    }

    boolean holds(long personId, List<Long> spaceIds) {
        return access.viewer(personId)
                .filter(viewer -> spaceIds.stream().allMatch(space -> access.may(viewer, SpaceLevel.VIEW, space)))
                .isPresent();
    }
}
