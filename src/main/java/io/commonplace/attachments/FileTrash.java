package io.commonplace.attachments;

import io.commonplace.database.Writes;
import io.commonplace.pages.Author;
import io.commonplace.people.Access;
import io.commonplace.people.SpaceLevel;
import io.commonplace.people.Viewer;
import io.commonplace.platform.NotFound;
import io.commonplace.platform.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Deletes and restores files, under the rules for pages: who may edit restores, who may administer deletes permanently. */
@ApplicationScoped
public class FileTrash {
    @Inject
    private Access access;

    @Inject
    private FileLocks locks;

    @Inject
    private FileTrashStore trash;

    @Inject
    private AttachmentStore store;

    /** Moves a file to the trash. Texts that show it or link to it have a broken link until it is restored. */
    @Writes
    public void delete(Viewer viewer, long id) {
        Attachment file = locks.lock(viewer, id);
        trash.add(file, Author.of(viewer));
    }

    /**
     * Restores a file where it was, with its versions.
     *
     * @param name under which it is restored
     * @throws Refusal if another file has this name there now, or the name doesn't fit; the file stays in the trash then
     */
    @Writes
    public AttachmentHead restore(Viewer viewer, long id, String name) {
        TrashedFile file = lock(viewer, id);
        access.require(viewer, SpaceLevel.EDIT, file.spaceId());
        String path = FileName.pathBeside(file.path(), FileName.chosen(file.name(), name));
        if (store.find(file.spaceId(), path).isPresent()) {
            throw new Refusal("file.name.other", path);
        }
        return trash.restore(file, path, Author.of(viewer));
    }

    /** Deletes a file permanently, with all versions. */
    @Writes
    public void destroy(Viewer viewer, long id) {
        TrashedFile file = lock(viewer, id);
        access.require(viewer, SpaceLevel.ADMINISTER, file.spaceId());
        access.require(viewer, SpaceLevel.EDIT, file.spaceId());
        trash.destroy(file, Author.of(viewer));
    }

    /** A hidden file has the same answer as a missing one. */
    private TrashedFile lock(Viewer viewer, long id) {
        return trash.lock(id)
                .filter(file -> access.may(viewer, SpaceLevel.VIEW, file.spaceId()))
                .orElseThrow(() -> new NotFound("file.trash.notFound"));
    }
}
