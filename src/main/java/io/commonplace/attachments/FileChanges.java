package io.commonplace.attachments;

import io.commonplace.database.Writes;
import io.commonplace.pages.Author;
import io.commonplace.people.Viewer;
import io.commonplace.platform.NotFound;
import io.commonplace.platform.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Changes a file that is there. Links to it keep working, by its former names, too. */
@ApplicationScoped
public class FileChanges {
    @Inject
    private FileLocks locks;

    @Inject
    private Content content;

    @Inject
    private AttachmentStore store;

    /**
     * Stores a new version. The file keeps its name, whatever the name of the new one is.
     *
     * @return whether the file changes
     * @throws Refusal if the new one is empty or a file of another kind
     */
    @Writes
    public boolean replace(Viewer viewer, long id, Upload upload) {
        Attachment file = locks.lock(viewer, id);
        PageFiles.requireBytes(upload);
        AttachmentHead head = file.head();
        if (!MediaTypes.isSameKind(head.name(), FileName.clean(upload.name()))) {
            throw new Refusal("file.upload.kind", upload.name(), head.name());
        }
        FileContent sent = FileContent.of(upload.bytes());
        content.store(sent.hash(), upload.bytes());
        return store.replace(file, sent, Author.of(viewer));
    }

    /**
     * Restores an earlier version, as a new one.
     *
     * @return whether the file changes
     */
    @Writes
    public boolean restore(Viewer viewer, long id, int number) {
        return store.revert(locks.lock(viewer, id), number, Author.of(viewer))
                .orElseThrow(() -> new NotFound("file.version.notFound"));
    }

    /**
     * Renames a file in its folder. Its former name leads on to it.
     *
     * @return the new name, without what a name can't have
     * @throws Refusal if another file has this name there, or it would be a file of another kind
     */
    @Writes
    public String rename(Viewer viewer, long id, String wanted) {
        Attachment file = locks.lock(viewer, id);
        AttachmentHead head = file.head();
        String name = FileName.chosen(head.name(), wanted);
        String path = FileName.pathBeside(head.path(), name);
        if (path.equals(head.path())) {
            return name;
        }
        if (store.find(head.spaceId(), path).isPresent()) {
            throw new Refusal("file.name.other", path);
        }
        store.rename(file, path, Author.of(viewer));
        return name;
    }
}
