package io.commonplace.attachments;

import io.commonplace.database.Ids;
import io.commonplace.database.Writes;
import io.commonplace.pages.Author;
import io.commonplace.pages.PageHead;
import io.commonplace.pages.SpaceHead;
import io.commonplace.people.Access;
import io.commonplace.people.SpaceLevel;
import io.commonplace.people.Viewer;
import io.commonplace.platform.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Lets people add files to a page. */
@ApplicationScoped
public class PageFiles {
    @Inject
    private Access access;

    @Inject
    private Content content;

    @Inject
    private AttachmentStore store;

    @Inject
    private Ids ids;

    /**
     * Adds a file beside the page, so that the page's text can name it without a folder. A file of the page with that name
     * gets a new version, unless this one was pasted. A file of another page stays: the new one gets another name. The same
     * bytes under the same name are the same file.
     */
    @Writes
    public AddedFile add(Viewer viewer, SpaceHead space, PageHead page, Upload upload) {
        access.require(viewer, SpaceLevel.EDIT, space.id());
        requireBytes(upload);
        FileContent sent = FileContent.of(upload.bytes());
        String wanted = FileName.clean(upload.name());
        for (String name : FileName.choices(wanted, sent.hash())) {
            String path = FileName.pathBeside(page.sourcePath(), name);
            Optional<Attachment> known = store.find(space.id(), path);
            if (known.isEmpty()) {
                content.store(sent.hash(), upload.bytes());
                NewFile file = new NewFile(ids.next(), space.id(), path, page.id());
                return new AddedFile(store.add(file, sent, Author.of(viewer)), AttachmentStore.Outcome.CREATED);
            }
            if (known.get().hasContent(sent.hash())) {
                return new AddedFile(known.get().head(), AttachmentStore.Outcome.UNCHANGED);
            }
            if (!upload.pasted() && name.equals(wanted) && known.get().isListedOn(page.id())) {
                content.store(sent.hash(), upload.bytes());
                store.replace(known.get(), sent, Author.of(viewer));
                return new AddedFile(known.get().head(), AttachmentStore.Outcome.UPDATED);
            }
        }
        throw new Refusal("file.name.taken", upload.name());
    }

    static void requireBytes(Upload upload) {
        if (upload.bytes().length == 0) {
            throw new Refusal("file.empty", upload.name());
        }
    }
}
