package io.commonplace.pages;

import io.commonplace.database.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Moves rows of pages into the trash and out of it. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class TrashStore {
    /** The columns that are copied unchanged, in addition to path and version. */
    static final String COLUMNS = "id, space_id, parent_id, title, source_path, document_id, revision_number,"
            + " import_hash, changed_by, changed_by_name, changed_at, major_at, major_by_name";

    @PersistenceContext(unitName = "rw")
    private EntityManager em;

    @Inject
    private SubtreeStore subtrees;

    @Inject
    private Ids ids;

    @Inject
    private Clock clock;

    @Inject
    private Event<Object> events;

    Optional<Deletion> lock(long spaceId, long deletionId) {
        return Optional.ofNullable(em.find(Deletion.class, deletionId, LockModeType.PESSIMISTIC_WRITE))
                .filter(deletion -> deletion.spaceId() == spaceId);
    }

    /** The former parent of the root page; null for the top. */
    @Nullable
    Long formerParent(Deletion deletion) {
        TrashedPage page = em.find(TrashedPage.class, deletion.pageId());
        return page == null ? null : page.parentId();
    }

    Subtree subtree(Page root) {
        return subtrees.lock(root);
    }

    Deletion add(Page root, Subtree subtree, Author author) {
        Deletion deletion = new Deletion(ids.next(), root, subtree.size(), author, clock.instant());
        em.persist(deletion);
        execute("insert into trashed_page (" + COLUMNS + ", path, version, deletion_id) select " + COLUMNS
                + ", path, version, " + deletion.id() + " from page where id in (" + subtree.ids() + ")");
        execute("delete from page where id in (" + subtree.ids() + ")");
        subtrees.invalidate(subtree, deletion.spaceId(), subtree.path());
        return deletion;
    }

    /** A new path of one of the pages that another page has already. */
    Optional<String> conflictingPath(Deletion deletion, String newPath) {
        Subtree pages = pages(deletion);
        pages.pathsAt(newPath);
        return subtrees.conflictingPath(pages, "trashed_page", deletion.spaceId(), newPath);
    }

    /** Old paths become redirects, unless another page is there now. */
    void restore(Deletion deletion, String newPath, @Nullable Long parentId) {
        Subtree pages = pages(deletion);
        em.createNativeQuery("insert into page (" + COLUMNS + ", path, version) select " + COLUMNS
                        + ", case when m.id in (" + pages.followingIds() + ") then " + SubtreeStore.NEW_PATH
                        + " else m.path end, m.version + 1 from trashed_page m where m.deletion_id = " + deletion.id())
                .setParameter(1, newPath)
                .setParameter(2, pages.path())
                .executeUpdate();
        execute("update page set parent_id = " + parentId + " where id = " + pages.rootId());
        subtrees.dropRedirects(pages);
        execute(
                "insert ignore into old_path (space_id, path, page_id) select t.space_id, t.path, t.id from trashed_page t"
                        + " where t.deletion_id = " + deletion.id() + " and not exists (select p.id from page p"
                        + " where p.space_id = t.space_id and p.path = t.path)");
        deleteEntry(deletion);
        subtrees.invalidate(pages, deletion.spaceId(), newPath);
        events.fire(new LinksUnchecked(pages.paths().keySet()));
    }

    /** Attachments stay, because they belong to the space. */
    void destroy(Deletion deletion) {
        Set<Long> pageIds = pages(deletion).paths().keySet();
        events.fire(new PagesChanged(pageIds));
        events.fire(new PagesDestroyed(pageIds));
        for (String table : List.of("revision", "document", "old_path", "page_event")) {
            execute("delete x from " + table + " x join trashed_page t on x.page_id = t.id where t.deletion_id = "
                    + deletion.id());
        }
        deleteEntry(deletion);
    }

    private Subtree pages(Deletion deletion) {
        List<?> rows = em.createNativeQuery("select id, path from trashed_page where deletion_id = ?1")
                .setParameter(1, deletion.id())
                .getResultList();
        return new Subtree(deletion.pageId(), deletion.path(), SubtreeStore.paths(rows));
    }

    private void deleteEntry(Deletion deletion) {
        execute("delete from trashed_page where deletion_id = " + deletion.id());
        em.remove(deletion);
    }

    private void execute(String sql) {
        em.createNativeQuery(sql).executeUpdate();
    }
}
