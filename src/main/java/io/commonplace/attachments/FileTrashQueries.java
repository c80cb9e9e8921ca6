package io.commonplace.attachments;

import io.commonplace.database.ReadRouter;
import io.commonplace.people.Access;
import io.commonplace.people.SpaceLevel;
import io.commonplace.people.Viewer;
import io.commonplace.platform.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Lists deleted files, for those who may restore them. */
@ApplicationScoped
public class FileTrashQueries {
    @Inject
    private ReadRouter router;

    @Inject
    private Access access;

    /** The deleted files of a space, newest deletion first. */
    public List<TrashedFile> in(Viewer viewer, long spaceId, int offset, int limit) {
        access.require(viewer, SpaceLevel.EDIT, spaceId);
        return list("spaceId", spaceId, offset, limit);
    }

    /** Those that the page has listed; the newest deletion first. */
    public List<TrashedFile> ofPage(Viewer viewer, long spaceId, long pageId, int limit) {
        access.require(viewer, SpaceLevel.EDIT, spaceId);
        return list("pageId", pageId, 0, limit);
    }

    private List<TrashedFile> list(String owner, long id, int offset, int limit) {
        return router.read(em -> em.createQuery(
                        "select f from TrashedFile f where f." + owner + " = :id order by f.deletedAt desc, f.id desc",
                        TrashedFile.class)
                .setParameter("id", id)
                .setFirstResult(offset)
                .setMaxResults(limit)
                .getResultList());
    }

    /** @throws NotFound if it is not in the trash, or the person may not view its space: the answer must not tell which */
    public TrashedFile get(Viewer viewer, long id) {
        TrashedFile file = router.find(em -> Optional.ofNullable(em.find(TrashedFile.class, id)))
                .filter(found -> access.may(viewer, SpaceLevel.VIEW, found.spaceId()))
                .orElseThrow(() -> new NotFound("file.trash.notFound"));
        access.require(viewer, SpaceLevel.EDIT, file.spaceId());
        return file;
    }

    /** The space of a deleted file, and the page that listed it. */
    public FilePlace place(TrashedFile file) {
        return router.find(em -> AttachmentQueries.place(em, file.spaceId(), file.pageId()))
                .orElseThrow(() -> new NotFound("file.trash.notFound"));
    }
}
