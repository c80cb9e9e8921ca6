package io.commonplace.links;

import io.commonplace.cache.CacheRegion;
import io.commonplace.cache.Invalidations;
import io.commonplace.pages.LinkKeys;
import io.commonplace.pages.Page;
import io.commonplace.pages.PageLink;
import io.commonplace.pages.PageRendered;
import io.commonplace.pages.PagesDestroyed;
import io.commonplace.pages.TargetsChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Stores the links of each text that is stored, in the same transaction. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class LinkStore {
    /** With more pages than this, all cached backlinks are invalidated. */
    private static final int MAX_SINGLE_KEYS = 250;

    @PersistenceContext(unitName = "rw")
    private EntityManager em;

    @Inject
    private Invalidations invalidations;

    @Inject
    private LinkTaskStore tasks;

    void rendered(@Observes PageRendered rendered) {
        Page page = rendered.page();
        List<PageLink> links = rendered.links().links();
        LinkedPage known = rendered.isFirst() ? null : em.find(LinkedPage.class, page.id());
        LinkedPage linked = known == null ? new LinkedPage(page.id()) : known;
        boolean hasStored = linked.hasLinks();
        linked.revision(page.revisionNumber());
        boolean hasOtherLinks = linked.links(LinkDigest.of(page.sourcePath(), links));
        boolean hasOtherSections =
                linked.sections(LinkDigest.ofSections(rendered.links().ids()));
        if (known == null) {
            em.persist(linked);
        }
        if (hasOtherLinks) {
            replace(page, hasStored, links);
        }
        if (hasOtherSections) {
            replaceSections(page.id(), known != null, rendered.links().ids());
        }
    }

    private void replace(Page page, boolean hasStored, List<PageLink> links) {
        if (hasStored) {
            delete(List.of(page.id()));
        }
        Set<Long> targets = new HashSet<>();
        int number = 0;
        for (PageLink link : links) {
            StoredLink stored = new StoredLink(page.id(), number, page.spaceId(), link);
            em.persist(stored);
            if (stored.targetId() != null && stored.targetId() != page.id()) {
                targets.add(stored.targetId());
            }
            for (long key : LinkKeys.ofLink(page.sourcePath(), link.link())) {
                em.persist(new StoredKey(page.spaceId(), key, page.id(), number));
            }
            for (long key : LinkKeys.ofAddress(link.link())) {
                em.persist(new StoredKey(StoredKey.ALL_SPACES, key, page.id(), number));
            }
            number++;
        }
        backlinksChanged(targets);
    }

    /** Deletes the links of pages that are stored anew in this transaction, with few statements for many pages. */
    void forget(Collection<Long> pageIds) {
        if (!pageIds.isEmpty()) {
            em.createQuery("select l from LinkedPage l where l.pageId in :pages", LinkedPage.class)
                    .setParameter("pages", pageIds)
                    .getResultList()
                    .forEach(LinkedPage::forgetLinks);
            delete(List.copyOf(pageIds));
        }
    }

    private void delete(List<Long> pageIds) {
        backlinksChanged(targets(pageIds));
        delete("StoredLink", pageIds);
        delete("StoredKey", pageIds);
    }

    private void replaceSections(long pageId, boolean isKnown, Set<String> ids) {
        if (isKnown) {
            delete("StoredSection", List.of(pageId));
            tasks.add(LinkTask.Kind.SECTIONS, List.of(pageId));
        }
        ids.stream().map(LinkKeys::ofSection).distinct().forEach(key -> em.persist(new StoredSection(pageId, key)));
    }

    /** The pages show in the lists of those that they link to. */
    void renamed(@Observes TargetsChanged change) {
        if (change.ids().size() > MAX_SINGLE_KEYS) {
            invalidations.markAll(CacheRegion.BACKLINKS);
        } else if (!change.isNew()) {
            backlinksChanged(targets(change.ids()));
        }
    }

    void destroyed(@Observes PagesDestroyed change) {
        for (String entity : List.of("StoredLink", "StoredKey", "StoredSection", "LinkedPage")) {
            delete(entity, change.ids());
        }
    }

    /** Judges the links to sections, of these pages or to them. A page whose sections are not stored yet is not judged. */
    void judgeSections(boolean fromPages, Collection<Long> pageIds) {
        String ids = pageIds.stream().map(Object::toString).collect(Collectors.joining(","));
        em.createNativeQuery("update page_link l join linked_page t on t.page_id = l.target_id"
                        + " left join page_section s on s.page_id = l.target_id and s.section_key = l.section_key"
                        + " set l.state = if(s.page_id is null, 'NO_SECTION', 'FOUND')"
                        + " where l.section_key is not null and l." + (fromPages ? "page_id" : "target_id") + " in ("
                        + ids + ")")
                .executeUpdate();
    }

    private List<Long> targets(List<Long> pageIds) {
        return em.createQuery(
                        "select distinct l.targetId from StoredLink l where l.pageId in :pages"
                                + " and l.targetId is not null and l.targetId <> l.pageId",
                        Long.class)
                .setParameter("pages", pageIds)
                .setFlushMode(FlushModeType.COMMIT)
                .setMaxResults(MAX_SINGLE_KEYS + 1)
                .getResultList();
    }

    private void backlinksChanged(Collection<Long> targets) {
        if (targets.size() > MAX_SINGLE_KEYS) {
            invalidations.markAll(CacheRegion.BACKLINKS);
        } else {
            targets.stream().filter(Objects::nonNull).forEach(id -> invalidations.mark(CacheRegion.BACKLINKS, id));
        }
    }

    /** Without a flush, so that the rows of several pages of one transaction are inserted together. */
    private void delete(String entity, List<Long> pageIds) {
        em.createQuery("delete from " + entity + " x where x.pageId in :pages")
                .setParameter("pages", pageIds)
                .setFlushMode(FlushModeType.COMMIT)
                .executeUpdate();
    }
}
