package io.commonplace.attachments;

import io.commonplace.people.Access;
import io.commonplace.people.SpaceLevel;
import io.commonplace.people.Viewer;
import io.commonplace.platform.Forbidden;
import io.commonplace.platform.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Finds the file that somebody wants to change, and keeps others from changing it meanwhile. */
@ApplicationScoped
class FileLocks {
    @Inject
    private Access access;

    @Inject
    private AttachmentStore store;

    /**
     * Locks the file until the end of the transaction.
     *
     * @throws NotFound if there is no such file, or the person may not view it: the answer must not tell which
     * @throws Forbidden if they may not change it
     */
    Attachment lock(Viewer viewer, long id) {
        Attachment file = store.lock(id)
                .filter(found -> access.may(viewer, SpaceLevel.VIEW, found.spaceId()))
                .orElseThrow(() -> new NotFound("file.notFound"));
        access.require(viewer, SpaceLevel.EDIT, file.spaceId());
        return file;
    }
}
