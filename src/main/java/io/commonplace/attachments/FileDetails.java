package io.commonplace.attachments;

import io.commonplace.database.ReadRouter;
import io.commonplace.people.Access;
import io.commonplace.people.SpaceLevel;
import io.commonplace.people.Viewer;
import io.commonplace.platform.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Reads one file for those who may view its space. */
@ApplicationScoped
public class FileDetails {
    @Inject
    private Attachments attachments;

    @Inject
    private Access access;

    @Inject
    private ReadRouter router;

    /** @throws NotFound if there is no such file, or the person may not view its space: the answer must not tell which */
    public AttachmentHead get(Viewer viewer, long id) {
        return attachments
                .find(id)
                .filter(file -> access.may(viewer, SpaceLevel.VIEW, file.spaceId()))
                .orElseThrow(() -> new NotFound("file.notFound"));
    }

    public boolean mayEdit(Viewer viewer, AttachmentHead file) {
        return access.may(viewer, SpaceLevel.EDIT, file.spaceId());
    }

    /** Its space, and the page that lists it. The caller has checked the right to view it. */
    public FilePlace place(AttachmentHead file) {
        return router.find(em -> AttachmentQueries.place(em, file)).orElseThrow(() -> new NotFound("file.notFound"));
    }
}
