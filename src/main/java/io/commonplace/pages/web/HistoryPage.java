package io.commonplace.pages.web;

import io.commonplace.pages.PageEventQueries;
import io.commonplace.pages.PageHead;
import io.commonplace.pages.RevisionQueries;
import io.commonplace.pages.RevisionQueries.Entry;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
    private PageAddress address;

    @Inject
    private RevisionQueries history;

    @Inject
    private PageEventQueries events;

    private int offset;
    private boolean minor;
    private boolean older;
    private boolean moreEvents;
    private List<Line> lines = List.of();

    public void load() {
        offset = Math.max(0, offset);
        PageHead page = address.getPage();
        // The last one of the part before tells until when its events are listed there.
        List<Entry> found =
                offset == 0 ? revisions(page, 0, PAGE_SIZE + 1) : revisions(page, offset - 1, PAGE_SIZE + 2);
        Instant before = offset == 0 || found.isEmpty() ? null : found.get(0).createdAt();
        List<Entry> entries =
                offset == 0 ? withCurrent(page, found) : found.subList(Math.min(1, found.size()), found.size());
        older = found.size() > (offset == 0 ? PAGE_SIZE : PAGE_SIZE + 1);
        List<Line> all = Line.of(entries);
        lines = withEvents(page, older ? all.subList(0, all.size() - 1) : all, before);
    }

    private List<Entry> revisions(PageHead page, int from, int limit) {
        return minor ? history.of(page.id(), from, limit) : history.majorOf(page.id(), from, limit);
    }

    private List<Line> withEvents(PageHead page, List<Line> listed, @Nullable Instant before) {
        if (listed.isEmpty()) {
            return listed;
        }
        Instant from = older ? listed.get(listed.size() - 1).entry().createdAt() : null;
        List<PageEventQueries.Entry> found = events.between(page.id(), from, before, EVENTS + 1);
        moreEvents = found.size() > EVENTS;
        return Line.withEvents(listed, moreEvents ? found.subList(0, EVENTS) : found);
    }

    /** The current revision is listed even if it is minor. */
    private List<Entry> withCurrent(PageHead page, List<Entry> found) {
        if (!found.isEmpty() && found.get(0).number() == page.revisionNumber()) {
            return found;
        }
        List<Entry> all = new ArrayList<>(history.of(page.id(), 0, 1));
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

    public boolean isOlder() {
        return older;
    }

    public int getOlderOffset() {
        return offset + PAGE_SIZE;
    }

    public int getNewerOffset() {
        return Math.max(0, offset - PAGE_SIZE);
    }

    public int getOffset() {
        return offset;
    }

    public void setOffset(int offset) {
        this.offset = offset;
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
     * @param folded the number of minor revisions that are left out below the entry
     * @param events what happened after it, newest first
     */
    public record Line(Entry entry, int folded, List<PageEventQueries.Entry> events) {
        /** Revisions are numbered without gaps, so that two neighbours tell how many there are between them. */
        static List<Line> of(List<Entry> entries) {
            List<Line> lines = new ArrayList<>();
            for (int i = 0; i < entries.size(); i++) {
                int number = entries.get(i).number();
                int next = i + 1 < entries.size() ? entries.get(i + 1).number() : number - 1;
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
