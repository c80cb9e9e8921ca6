package io.commonplace.pages;

import io.commonplace.database.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rows of pages on their way into the trash and out of it; see {@link SubtreeStore} for who may call it. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class TrashStore {
    /** What a page takes along, besides its path and version. */
    static final String COLUMNS = "id, space_id, parent_id, title, source_path, document_id, revision_number,"
            + " import_hash, changed_by, changed_by_name, changed_at";

    @PersistenceContext(unitName = "rw")
    private EntityManager em;

    @Inject
    private SubtreeStore subtrees;

    @Inject
    private Ids ids;

    @Inject
    private Clock clock;

    Optional<Deletion> find(long spaceId, long deletionId) {
        return Optional.ofNullable(em.find(Deletion.class, deletionId))
                .filter(deletion -> deletion.spaceId() == spaceId);
    }

    /** The page that the uppermost one stood below; null for the top. */
    @Nullable
    Long formerParent(Deletion deletion) {
        TrashedPage page = em.find(TrashedPage.class, deletion.pageId());
        return page == null ? null : page.parentId();
    }

    Subtree pagesFrom(Page root) {
        return subtrees.of(root);
    }

    Deletion putAway(Page root, Subtree subtree, Author author) {
        Deletion deletion = new Deletion(ids.next(), root, subtree.size(), author, clock.instant());
        em.persist(deletion);
        run("insert into trashed_page (" + COLUMNS + ", path, version, deletion_id) select " + COLUMNS
                + ", path, version, " + deletion.id() + " from page where id in (" + subtree.ids() + ")");
        run("delete from page where id in (" + subtree.ids() + ")");
        subtrees.changed(subtree, deletion.spaceId(), subtree.path());
        return deletion;
    }

    /** A path that one of the pages would have, and another page has. */
    Optional<String> taken(Deletion deletion, String newPath) {
        Subtree pages = pages(deletion);
        pages.pathsAt(newPath);
        return subtrees.taken(pages, "trashed_page", deletion.spaceId(), newPath);
    }

    /** The old paths lead on, as far as nothing else is there by now. */
    void bringBack(Deletion deletion, String newPath, @Nullable Long parentId) {
        Subtree pages = pages(deletion);
        em.createNativeQuery("insert into page (" + COLUMNS + ", path, version) select " + COLUMNS
                        + ", case when m.id in (" + pages.followingIds() + ") then " + SubtreeStore.NEW_PATH
                        + " else m.path end, m.version + 1 from trashed_page m where m.deletion_id = " + deletion.id())
                .setParameter(1, newPath)
                .setParameter(2, pages.path())
                .executeUpdate();
        run("update page set parent_id = " + parentId + " where id = " + pages.rootId());
        subtrees.takeOver(pages);
        run("insert ignore into old_path (space_id, path, page_id) select t.space_id, t.path, t.id from trashed_page t"
                + " where t.deletion_id = " + deletion.id() + " and not exists (select p.id from page p"
                + " where p.space_id = t.space_id and p.path = t.path)");
        forget(deletion);
        subtrees.changed(pages, deletion.spaceId(), newPath);
    }

    /** Nothing of the pages stays but their attachments, which are the space's. */
    void destroy(Deletion deletion) {
        for (String table : List.of("revision", "document", "old_path")) {
            run("delete x from " + table + " x join trashed_page t on x.page_id = t.id where t.deletion_id = "
                    + deletion.id());
        }
        forget(deletion);
    }

    private Subtree pages(Deletion deletion) {
        List<?> rows = em.createNativeQuery("select id, path from trashed_page where deletion_id = ?1")
                .setParameter(1, deletion.id())
                .getResultList();
        return new Subtree(deletion.pageId(), deletion.path(), SubtreeStore.paths(rows));
    }

    private void forget(Deletion deletion) {
        run("delete from trashed_page where deletion_id = " + deletion.id());
        em.remove(deletion);
    }

    private void run(String sql) {
        em.createNativeQuery(sql).executeUpdate();
    }
}
