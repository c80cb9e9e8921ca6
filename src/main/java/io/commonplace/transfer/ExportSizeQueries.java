package io.commonplace.transfer;

import io.commonplace.database.ReadRouter;
import io.commonplace.pages.SubtreeReader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.stream.Collectors;

/** Estimates what an export would contain. It counts up to a limit, so a space of any size takes the same time. */
@ApplicationScoped
public class ExportSizeQueries {
    /** The pages and files that are counted. */
    public static final int MAX_COUNTED = SubtreeReader.LIMIT;

    private static final int SAMPLE = 50;

    @Inject
    private ReadRouter router;

    @Inject
    private SubtreeReader subtrees;

    /**
     * An estimate.
     *
     * @param pages at most one more than {@link #MAX_COUNTED}; the same for {@code files}
     * @param bytes unpacked, of the latest revisions and the counted files
     */
    public record Estimate(long pages, long files, long bytes) {
        public boolean isMore() {
            return Math.max(pages, files) > MAX_COUNTED;
        }
    }

    public Estimate space(long spaceId) {
        return estimate(
                "select p.id, p.revision_number from page p where p.space_id = " + spaceId + " limit " + limit(),
                "select a.size from attachment a where a.space_id = " + spaceId + " limit " + limit());
    }

    /** A page with all pages below it. */
    public Estimate tree(long pageId) {
        String ids = subtrees.ids(pageId).stream().map(Object::toString).collect(Collectors.joining(","));
        return estimate(
                "select p.id, p.revision_number from page p where p.id in (" + ids + ") limit " + limit(),
                "select a.size from attachment a where a.page_id in (" + ids + ") limit " + limit());
    }

    private static int limit() {
        return MAX_COUNTED + 1;
    }

    private Estimate estimate(String pages, String files) {
        return router.read(em -> {
            long count = number(em, "select count(*) from (" + pages + ") c");
            long sampled = number(
                    em,
                    "select coalesce(avg(length(r.markdown)), 0) from (select c.* from (" + pages + ") c limit "
                            + SAMPLE + ") s join revision r on r.page_id = s.id and r.number = s.revision_number");
            long fileCount = number(em, "select count(*) from (" + files + ") f");
            long fileBytes = number(em, "select coalesce(sum(f.size), 0) from (" + files + ") f");
            return new Estimate(count, fileCount, count * sampled + fileBytes);
        });
    }

    private static long number(EntityManager em, String sql) {
        return ((Number) em.createNativeQuery(sql).getSingleResult()).longValue();
    }
}
