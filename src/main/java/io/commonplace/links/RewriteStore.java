package io.commonplace.links;

import io.commonplace.pages.LinkKeys;
import io.commonplace.pages.MovedPage;
import io.commonplace.pages.PagePath;
import io.commonplace.pages.PageRetitled;
import io.commonplace.rendering.RenderedLink;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The pages whose links a job rewrites, and the moved pages to which these links lead. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class RewriteStore {
    private static final int BATCH = 100;

    /** Links that are looked at in the transaction of a save. */
    private static final int MAX_WRITTEN = 1000;

    @PersistenceContext(unitName = "rw")
    private EntityManager em;

    @Inject
    private LinkQueries queries;

    /** Whether any page links to one of the moved pages. */
    boolean isAny(RewriteOrder order) {
        return !em.createNativeQuery("select l.page_id from old_path o join page_link l on l.target_id = o.page_id"
                        + " where o.space_id = ?1 and (o.path = ?2 or (o.path > ?3 and o.path < ?4)) limit 1")
                .setParameter(1, order.spaceId())
                .setParameter(2, order.from())
                .setParameter(3, order.firstBelow())
                .setParameter(4, order.afterBelow())
                .getResultList()
                .isEmpty();
    }

    /** Whether any page links to this one by its former title. */
    boolean isAny(PageRetitled change) {
        return em.createQuery(
                        "select l.written from StoredLink l where l.targetId = :page and l.kind = :wiki", String.class)
                .setParameter("page", change.pageId())
                .setParameter("wiki", RenderedLink.Kind.WIKI)
                .setMaxResults(MAX_WRITTEN)
                .getResultStream()
                .anyMatch(change::isFormer);
    }

    /** The pages to which links are rewritten. */
    List<MovedPage> moved(RewriteOrder order) {
        return order.isMove() ? movedAway(order) : retitled(order);
    }

    private List<MovedPage> retitled(RewriteOrder order) {
        return em.createQuery(
                        "select p.id, s.slug, p.path, p.title from Page p, Space s where p.id = :page"
                                + " and s.id = p.spaceId",
                        Object[].class)
                .setParameter("page", order.pageId())
                .getResultStream()
                .map(row -> MovedPage.retitled(
                        order.formerTitle(), (Long) row[0], (String) row[1], (String) row[2], (String) row[3]))
                .toList();
    }

    /** By the paths that the move took from the pages. Pages that had these paths at other times are there, too. */
    private List<MovedPage> movedAway(RewriteOrder order) {
        return em.createQuery(
                        "select o.path, p.id, s.slug, p.path from OldPath o, Page p, Space s where o.spaceId = :space"
                                + " and (o.path = :former or (o.path > :first and o.path < :after))"
                                + " and p.id = o.pageId and s.id = p.spaceId",
                        Object[].class)
                .setParameter("space", order.spaceId())
                .setParameter("former", order.from())
                .setParameter("first", order.firstBelow())
                .setParameter("after", order.afterBelow())
                .getResultStream()
                .map(row -> MovedPage.moved((String) row[0], (Long) row[1], (String) row[2], (String) row[3]))
                .toList();
    }

    /**
     * Lists the pages with links that lead to the moved pages, or look for a name that they had. A link by name alone may have
     * lost its target already.
     *
     * @return how many there are
     */
    int list(long jobId, RewriteOrder order) {
        List<MovedPage> moved = moved(order);
        Set<Long> linking = new TreeSet<>();
        for (int at = 0; at < moved.size(); at += BATCH) {
            List<MovedPage> batch = moved.subList(at, Math.min(moved.size(), at + BATCH));
            linking.addAll(
                    queries.pagesLinkingTo(batch.stream().map(MovedPage::id).toList()));
            Set<Long> keys = new TreeSet<>();
            batch.forEach(page -> keys.addAll(
                    LinkKeys.ofName(page.formerTitle().isEmpty() ? PagePath.name(page.former()) : page.formerTitle())));
            queries.looking(order.spaceId(), keys).forEach(link -> linking.add((Long) link[0]));
        }
        int number = 0;
        for (long page : linking) {
            em.persist(new LinkRewrite(jobId, number++, page));
        }
        return number;
    }

    List<LinkRewrite> pages(long jobId, int first, int last) {
        return em.createQuery(
                        "select r from LinkRewrite r where r.jobId = :job and r.number >= :first and r.number < :last"
                                + " order by r.number",
                        LinkRewrite.class)
                .setParameter("job", jobId)
                .setParameter("first", first)
                .setParameter("last", last)
                .getResultList();
    }

    void rewritten(long jobId, Collection<Long> pageIds) {
        em.createQuery("update LinkRewrite r set r.rewritten = true where r.jobId = :job and r.pageId in :pages")
                .setParameter("job", jobId)
                .setParameter("pages", pageIds)
                .executeUpdate();
    }

    long countRewritten(long jobId) {
        return em.createQuery(
                        "select count(r) from LinkRewrite r where r.jobId = :job and r.rewritten = true", Long.class)
                .setParameter("job", jobId)
                .getSingleResult();
    }

    void delete(long jobId) {
        em.createQuery("delete from LinkRewrite r where r.jobId = :job")
                .setParameter("job", jobId)
                .executeUpdate();
    }
}
