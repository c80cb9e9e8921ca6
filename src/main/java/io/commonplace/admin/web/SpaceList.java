package io.commonplace.admin.web;

import io.commonplace.admin.SpaceQueries;
import io.commonplace.pages.DeletedSpace;
import io.commonplace.pages.SpaceEnds;
import io.commonplace.pages.SpaceHead;
import io.commonplace.pages.Spaces;
import io.commonplace.people.SpaceLevel;
import io.commonplace.people.web.CurrentUser;
import io.commonplace.platform.ListPart;
import io.commonplace.platform.web.ListRequest;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;

/** The spaces that the person administers, {@value #PAGE_SIZE} at a time, and the deleted ones. */
@Named
@RequestScoped
public class SpaceList {
    private static final int PAGE_SIZE = 50;
    private static final String LIST = "/admin/spaces";

    @Inject
    private ListRequest listRequest;

    @Inject
    private Spaces spaces;

    @Inject
    private SpaceQueries queries;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private SpaceEnds ends;

    private ListPart<SpaceHead> part = ListPart.empty();
    private List<SpaceRow> rows = List.of();
    private List<DeletedSpace> deleted = List.of();

    public void load() {
        List<SpaceHead> administered = spaces.visible(currentUser.viewer(), SpaceLevel.ADMINISTER).stream()
                .filter(space -> space.isNamed(listRequest.getFilter()))
                .toList();
        part = listRequest.alphabetical().in(administered, SpaceHead::slug, PAGE_SIZE);
        Map<Long, Long> pages =
                queries.pageCounts(part.rows().stream().map(SpaceHead::id).toList());
        rows = part.rows().stream()
                .map(space -> new SpaceRow(space, pages.getOrDefault(space.id(), 0L)))
                .toList();
        deleted = ends.deleted(currentUser.viewer());
    }

    public List<SpaceRow> getRows() {
        return rows;
    }

    /** Those that the person may restore. */
    public List<DeletedSpace> getDeleted() {
        return deleted;
    }

    /** The address of the spaces before these; empty if there are none. */
    public String getPrevious() {
        return part.previousAddress(listRequest.addressOf(LIST), SpaceHead::slug);
    }

    /** The address of the spaces after these; empty if there are none. */
    public String getNext() {
        return part.nextAddress(listRequest.addressOf(LIST), SpaceHead::slug);
    }

    /** Whether these are not all spaces, so that one may want to find some. */
    public boolean isLong() {
        return part.previous() || part.next() || !listRequest.getFilter().isEmpty();
    }

    /** How far the pages of a space are counted. */
    public int getMostCounted() {
        return SpaceQueries.MOST_COUNTED;
    }

    /** A row of the list. */
    public record SpaceRow(SpaceHead space, long pages) {
        /** Whether there are more pages than are counted. */
        public boolean many() {
            return pages > SpaceQueries.MOST_COUNTED;
        }
    }
}
