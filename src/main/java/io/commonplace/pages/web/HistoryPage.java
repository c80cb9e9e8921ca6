package io.commonplace.pages.web;

import io.commonplace.pages.PageEventQueries;
import io.commonplace.pages.PageHead;
import io.commonplace.pages.RevisionQueries;
import io.commonplace.pages.RevisionQueries.Entry;
import io.commonplace.platform.ListPart;
import io.commonplace.platform.ListWindow;
import io.commonplace.platform.web.ListRequest;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The revisions of a page, {@value #PAGE_SIZE} at a time, and between them what happened to its address and its files. Minor
 * revisions are folded unless the parameter {@code minor} is there.
 */
@Named
@RequestScoped
public class HistoryPage {
    private static final int PAGE_SIZE = 50;

    /** The events that are listed between the revisions; an import may have added any number of files. */
    private static final int EVENTS = 100;

    @Inject
    private ListRequest listRequest;

    @Inject
    private PageAddress address;

    @Inject
    private RevisionQueries history;

    @Inject
    private PageEventQueries events;

    private boolean minor;
    private boolean moreEvents;
    private ListPart<Entry> part = ListPart.empty();
    private List<Line> lines = List.of();

    public void load() {
        PageHead page = address.getPage();
        part = history.of(page.id(), minor, listRequest.highestFirst(), PAGE_SIZE);
        List<Entry> rows = part.rows();
        if (part.previous() && !rows.isEmpty()) {
            // The revision before this part tells until when the events are listed there.
            lines = withEvents(page, Line.of(rows, older(page)), newer(page, rows.get(0)));
        } else {
            lines = withEvents(page, Line.of(withCurrent(page, rows), older(page)), null);
        }
    }

    /** The number of the first revision of the list that is older than this part, if some may be folded before it; or 0. */
    private int older(PageHead page) {
        if (minor || !part.next() || part.rows().isEmpty()) {
            return 0;
        }
        int last = part.rows().get(part.rows().size() - 1).number();
        return beside(page, ListWindow.newestFirst(last, null))
                .map(Entry::number)
                .orElse(0);
    }

    private @Nullable Instant newer(PageHead page, Entry first) {
        return beside(page, ListWindow.newestFirst(null, first.number()))
                .map(Entry::createdAt)
                .orElse(null);
    }

    private Optional<Entry> beside(PageHead page, ListWindow<Integer> window) {
        return history.of(page.id(), minor, window, 1).rows().stream().findFirst();
    }

    private List<Line> withEvents(PageHead page, List<Line> listed, @Nullable Instant before) {
        if (listed.isEmpty()) {
            return listed;
        }
        Instant from = part.next() ? listed.get(listed.size() - 1).entry().createdAt() : null;
        List<PageEventQueries.Entry> found = events.between(page.id(), from, before, EVENTS + 1);
        moreEvents = found.size() > EVENTS;
        return Line.withEvents(listed, moreEvents ? found.subList(0, EVENTS) : found);
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

    /** Whether not all events of the time could be listed. */
    public boolean isMoreEvents() {
        return moreEvents;
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

    /**
     * A revision in the list.
     *
     * @param folded the number of minor revisions that are left out between the entry and the next one of the list
     * @param events what happened after it, newest first
     */
    public record Line(Entry entry, int folded, List<PageEventQueries.Entry> events) {
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
                lines.add(new Line(entries.get(i), number - next - 1, List.of()));
            }
            return lines;
        }

        /** Each event belongs to the newest revision that is not newer, or else to the last one: clocks differ a little. */
        static List<Line> withEvents(List<Line> lines, List<PageEventQueries.Entry> events) {
            Map<Integer, List<PageEventQueries.Entry>> after = events.stream()
                    .collect(Collectors.groupingBy(event -> IntStream.range(0, lines.size() - 1)
                            .filter(at -> !lines.get(at).entry().createdAt().isAfter(event.createdAt()))
                            .findFirst()
                            .orElse(lines.size() - 1)));
            return IntStream.range(0, lines.size())
                    .mapToObj(at ->
                            new Line(lines.get(at).entry(), lines.get(at).folded(), after.getOrDefault(at, List.of())))
                    .toList();
        }
    }
}
