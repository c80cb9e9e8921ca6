package io.commonplace.pages.web;

import io.commonplace.pages.PageHead;
import io.commonplace.pages.RevisionQueries;
import io.commonplace.pages.RevisionQueries.Entry;
import io.commonplace.platform.ListPart;
import io.commonplace.platform.ListWindow;
import io.commonplace.platform.web.ListRequest;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;

/** The revisions of a page, {@value #PAGE_SIZE} at a time. Minor ones are folded unless the parameter {@code minor} is there. */
@Named
@RequestScoped
public class HistoryPage {
    private static final int PAGE_SIZE = 50;

    @Inject
    private ListRequest listRequest;

    @Inject
    private PageAddress address;

    @Inject
    private RevisionQueries history;

    private boolean minor;
    private ListPart<Entry> part = ListPart.empty();
    private List<Line> lines = List.of();

    public void load() {
        PageHead page = address.getPage();
        part = history.of(page.id(), minor, listRequest.highestFirst(), PAGE_SIZE);
        List<Entry> shown = part.previous() ? part.rows() : withCurrent(page, part.rows());
        lines = Line.of(shown, part.next() && !minor ? next(page, part.rows()) : 0);
    }

    /** The number of the first older revision that is not in this part. */
    private int next(PageHead page, List<Entry> found) {
        ListWindow<Integer> older =
                ListWindow.newestFirst(found.get(found.size() - 1).number(), null);
        return history.of(page.id(), false, older, 1).rows().get(0).number();
    }

    /** The current revision is listed even if it is minor. */
    private List<Entry> withCurrent(PageHead page, List<Entry> found) {
        if (!found.isEmpty() && found.get(0).number() == page.revisionNumber()) {
            return found;
        }
        List<Entry> all = new ArrayList<>(history.newest(page.id(), 1));
        all.addAll(found);
        return all;
    }

    public List<Line> getLines() {
        return lines;
    }

    /** The revisions that are chosen to be compared at first: the two newest of the list. */
    public int getTo() {
        return lines.isEmpty() ? 0 : lines.get(0).entry().number();
    }

    public int getFrom() {
        return lines.size() < 2 ? getTo() : lines.get(1).entry().number();
    }

    /** The address of the newer revisions; empty if there are none. */
    public String getNewer() {
        return part.previousAddress(list(), Entry::number);
    }

    /** The address of the older revisions; empty if there are none. */
    public String getOlder() {
        return part.nextAddress(list(), Entry::number);
    }

    private String list() {
        return "/history?space=" + address.getSpace().slug() + "&page=" + address.getEncodedPath()
                + (minor ? "&minor=true&" : "&");
    }

    public boolean isMinor() {
        return minor;
    }

    public void setMinor(boolean minor) {
        this.minor = minor;
    }

    /** @param folded the number of minor revisions that are left out between the entry and the next one of the list */
    public record Line(Entry entry, int folded) {
        /**
         * Revisions are numbered without gaps, so that two neighbours tell how many there are between them.
         *
         * @param older the number of the next entry; 0 if there is none
         */
        static List<Line> of(List<Entry> entries, int older) {
            List<Line> lines = new ArrayList<>();
            for (int i = 0; i < entries.size(); i++) {
                int number = entries.get(i).number();
                int last = older > 0 ? older : number - 1;
                int next = i + 1 < entries.size() ? entries.get(i + 1).number() : last;
                lines.add(new Line(entries.get(i), number - next - 1));
            }
            return lines;
        }
    }
}
