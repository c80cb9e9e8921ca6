package io.commonplace.attachments;

import io.commonplace.database.ReadRouter;
import io.commonplace.database.Writes;
import io.commonplace.pages.PageHead;
import io.commonplace.pages.PageReader;
import io.commonplace.pages.SpaceHead;
import io.commonplace.people.Viewer;
import io.commonplace.platform.Freshness;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Files beside the page at the path {@code page}, and what the database has of them. */
@ApplicationScoped
public class PageFilesByHand {
    @PersistenceContext(unitName = "rw")
    private EntityManager em;

    @Inject
    private PageFiles files;

    @Inject
    private PageReader pages;

    @Inject
    private SpaceFileStore ofSpace;

    @Inject
    private ReadRouter router;

    AddedFile add(Viewer viewer, SpaceHead space, String name, String text) {
        return files.add(viewer, space, page(space), upload(name, text));
    }

    AddedFile paste(Viewer viewer, SpaceHead space, String name, String text) {
        return files.add(viewer, space, page(space), new Upload(name, bytes(text), true));
    }

    PageHead page(SpaceHead space) {
        return pages.page(space.id(), "page").orElseThrow();
    }

    static Upload upload(String name, String text) {
        return new Upload(name, bytes(text));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** As a clone of the version before this one changes files. */
    @Writes
    public void replaceWithoutAVersion(long id, FileContent content) {
        em.createNativeQuery("update attachment set hash = ?2, size = ?3 where id = ?1")
                .setParameter(1, id)
                .setParameter(2, content.hash())
                .setParameter(3, content.size())
                .executeUpdate();
    }

    /** As the job does that deletes a space. */
    @Writes
    public List<Long> deleteAll(SpaceHead space) {
        List<Long> ids = ofSpace.next(space.id(), 100);
        ofSpace.delete(space.id(), ids);
        List<Long> numbers = new ArrayList<>(ids);
        numbers.add(ofSpace.count(space.id()));
        return numbers;
    }

    long rows(String table, long fileId) {
        Object count = router.read(
                Freshness.NEWEST,
                em -> em.createNativeQuery("select count(*) from " + table + " where attachment_id = ?1")
                        .setParameter(1, fileId)
                        .getSingleResult());
        return ((Number) count).longValue();
    }
}
