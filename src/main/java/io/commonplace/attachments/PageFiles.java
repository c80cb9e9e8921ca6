package io.commonplace.attachments;

import io.commonplace.database.Ids;
import io.commonplace.database.Writes;
import io.commonplace.pages.PageHead;
import io.commonplace.pages.PagePath;
import io.commonplace.pages.SpaceHead;
import io.commonplace.people.Access;
import io.commonplace.people.SpaceLevel;
import io.commonplace.people.Viewer;
import io.commonplace.platform.NotFound;
import io.commonplace.platform.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Lets people add files to a page, and remove them. */
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
     * Adds a file beside the page, so that the page's text can name it without a folder. Another file of that name stays: the
     * new one gets another name. The same bytes under the same name are the same file.
     *
     * @param fileName as the browser sent it
     * @param bytes at most {@link Content#MAX_SIZE}
     */
    @Writes
    public AttachmentHead add(Viewer viewer, SpaceHead space, PageHead page, String fileName, byte[] bytes) {
        access.require(viewer, SpaceLevel.EDIT, space.id());
        if (bytes.length == 0) {
            throw new Refusal("file.empty", fileName);
        }
        String hash = Content.hash(bytes);
        String folder = PagePath.parent(page.sourcePath());
        for (String name : FileName.choices(FileName.clean(fileName), hash)) {
            String path = folder.isEmpty() ? name : folder + "/" + name;
            if (path.length() > PagePath.MAX_LENGTH) {
                throw new Refusal("file.name.long", fileName);
            }
            Optional<AttachmentHead> known = store.at(space.id(), path);
            if (known.filter(file -> file.hash().equals(hash)).isPresent()) {
                return known.get();
            }
            if (known.isEmpty()) {
                content.store(hash, bytes);
                store.put(ids.next(), space.id(), path, page.id(), hash, bytes.length);
                return store.at(space.id(), path).orElseThrow();
            }
        }
        throw new Refusal("file.name.taken", fileName);
    }

    /** Texts that show the file or link to it then have a gap, or a broken link. */
    @Writes
    public void remove(Viewer viewer, SpaceHead space, PageHead page, long id) {
        access.require(viewer, SpaceLevel.EDIT, space.id());
        if (!store.remove(page.id(), id)) {
            throw new NotFound("file.notFound");
        }
    }
}
