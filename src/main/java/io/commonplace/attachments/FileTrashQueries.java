package io.commonplace.attachments;

import io.commonplace.database.ReadRouter;
import io.commonplace.database.TimeOrderedQuery;
import io.commonplace.people.Access;
import io.commonplace.people.SpaceLevel;
import io.commonplace.people.Viewer;
import io.commonplace.platform.ListPart;
import io.commonplace.platform.ListWindow;
import io.commonplace.platform.NotFound;
import io.commonplace.platform.TimeKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Lists deleted files, for those who may restore them. */
@ApplicationScoped
public class FileTrashQueries {
    private static final TimeOrderedQuery<TrashedFile> IN_SPACE = files("f.spaceId");
    private static final TimeOrderedQuery<TrashedFile> OF_PAGE = files("f.pageId");

    @Inject
    private ReadRouter router;

    @Inject
    private Access access;

    /** A part of the deleted files of a space, newest deletion first. */
    public ListPart<TrashedFile> in(Viewer viewer, long spaceId, ListWindow<TimeKey> window, int size) {
        access.require(viewer, SpaceLevel.EDIT, spaceId);
        return router.read(em -> IN_SPACE.part(em, window, size, query -> query.setParameter("owner", spaceId)));
    }

    /** The newest deletions of those that the page has listed. */
    public List<TrashedFile> ofPage(Viewer viewer, long spaceId, long pageId, int limit) {
        access.require(viewer, SpaceLevel.EDIT, spaceId);
        return router.read(
                em -> OF_PAGE.part(em, ListWindow.newest(), limit, query -> query.setParameter("owner", pageId))
                        .rows());
    }

    private static TimeOrderedQuery<TrashedFile> files(String owner) {
        return new TimeOrderedQuery<>(
                TrashedFile.class, "select f from TrashedFile f where " + owner + " = :owner", "f.deletedAt", "f.id");
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
