package io.commonplace.links;

import io.commonplace.pages.SpaceHead;
import io.commonplace.platform.NotFound;
import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The queries for links that are wrong, in the order of pages and of their texts. */
final class LinkReportQueries {
    private LinkReportQueries() {}

    /** @param after the page and the number of a link; empty for the beginning */
    static LinkReports.Part links(EntityManager em, SpaceHead space, LinkState state, String after, int limit) {
        Place start = Place.of(after);
        List<StoredLink> found = em.createQuery(
                        "select l from StoredLink l where l.spaceId = :space and l.state = :state and l.pageId >= :page"
                                + " and (l.pageId > :page or l.number > :number) order by l.pageId, l.number",
                        StoredLink.class)
                .setParameter("space", space.id())
                .setParameter("state", state)
                .setParameter("page", start.page)
                .setParameter("number", start.number)
                .setMaxResults(limit)
                .getResultList();
        Map<Long, Object[]> pages = pages(em, found);
        List<LinkReports.Line> lines = found.stream()
                .flatMap(link ->
                        Optional.ofNullable(pages.get(link.pageId())).map(page -> line(space, page, link)).stream())
                .toList();
        return new LinkReports.Part(
                lines,
                found.size() < limit
                        ? ""
                        : Place.of(found.get(found.size() - 1)).text());
    }

    private static LinkReports.Line line(SpaceHead space, Object[] page, StoredLink link) {
        return new LinkReports.Line(link.pageId(), (String) page[2], space.href((String) page[1]), link.shown());
    }

    /** Without those in the trash, which keep their links. */
    private static Map<Long, Object[]> pages(EntityManager em, List<StoredLink> links) {
        if (links.isEmpty()) {
            return new HashMap<>();
        }
        return em.createQuery("select p.id, p.path, p.title from Page p where p.id in :ids", Object[].class)
                .setParameter("ids", links.stream().map(StoredLink::pageId).collect(Collectors.toSet()))
                .getResultStream()
                .collect(Collectors.toMap(row -> (Long) row[0], row -> row));
    }

    private record Place(long page, int number) {
        /** @throws NotFound if it is not the text of a place */
        static Place of(String text) {
            if (text.isEmpty()) {
                return new Place(0, 0);
            }
            try {
                int dot = text.indexOf('.');
                return new Place(Long.parseLong(text.substring(0, dot)), Integer.parseInt(text.substring(dot + 1)));
            } catch (RuntimeException e) {
                NotFound refusal = new NotFound("page.notFound");
                refusal.initCause(e);
                throw refusal;
            }
        }

        static Place of(StoredLink link) {
            return new Place(link.pageId(), link.number());
        }

        String text() {
            return page + "." + number;
        }
    }
}
