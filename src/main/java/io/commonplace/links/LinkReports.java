package io.commonplace.links;

import io.commonplace.database.ReadRouter;
import io.commonplace.pages.FileLinks;
import io.commonplace.pages.SpaceHead;
import io.commonplace.people.Access;
import io.commonplace.people.SpaceLevel;
import io.commonplace.people.Viewer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is wrong with the links of a space, for those who may edit it. It is true while an import runs, too. */
@ApplicationScoped
public class LinkReports {
    @Inject
    private ReadRouter router;

    @Inject
    private Access access;

    @Inject
    private FileLinks files;

    /**
     * A part of a report. It may have fewer lines than the limit, and even none, although more follow: no request looks at a
     * whole space.
     *
     * @param after the key of the last line before; empty for the first part
     */
    public Part part(Viewer viewer, SpaceHead space, Kind kind, String after, int limit) {
        access.require(viewer, SpaceLevel.EDIT, space.id());
        return router.read(em -> switch (kind) {
            case BROKEN -> LinkReportQueries.links(em, space, LinkState.BROKEN, after, limit);
            case SECTIONS -> LinkReportQueries.links(em, space, LinkState.NO_SECTION, after, limit);
            case ORPHANS -> UnlinkedQueries.pages(em, space, after, limit);
            case FILES -> withAddresses(UnlinkedQueries.files(em, space, after, limit));
        });
    }

    private Part withAddresses(Part part) {
        Map<Long, String> addresses = new HashMap<>();
        files.withIds(part.lines().stream().map(Line::id).toList())
                .values()
                .forEach(found -> found.forEach(file -> addresses.put(file.id(), file.href())));
        return new Part(part.lines().stream().map(line -> line.at(addresses)).toList(), part.next());
    }

    /** What a report lists. */
    public enum Kind {
        /** Links whose page or file is not there. */
        BROKEN,
        /** Links to a section that their page does not have. */
        SECTIONS,
        /** Pages that no other page links to. */
        ORPHANS,
        /** Files that no page shows or links to. */
        FILES
    }

    /**
     * One finding.
     *
     * @param id of the page or the file
     * @param title of the page, or the path of the file
     * @param link as written; empty if this is not about a link
     */
    public record Line(long id, String title, String href, String link) {
        private Line at(Map<Long, String> addresses) {
            return new Line(id, title, addresses.getOrDefault(id, href), link);
        }
    }

    /** @param next the key for the next part; empty at the end */
    public record Part(List<Line> lines, String next) {}
}
