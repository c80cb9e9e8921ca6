package io.commonplace.pages.web;

import io.commonplace.pages.PageHead;
import io.commonplace.pages.RevisionQueries;
import io.commonplace.pages.RevisionQueries.Entry;
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
    private PageAddress address;

    @Inject
    private RevisionQueries history;

    private int offset;
    private boolean minor;
    private boolean older;
    private List<Line> lines = List.of();

    public void load() {
        offset = Math.max(0, offset);
        PageHead page = address.getPage();
        List<Entry> found = minor
                ? history.of(page.id(), offset, PAGE_SIZE + 1)
                : history.majorOf(page.id(), offset, PAGE_SIZE + 1);
        older = found.size() > PAGE_SIZE;
        List<Line> all = Line.of(offset == 0 ? withCurrent(page, found) : found);
        lines = older ? all.subList(0, all.size() - 1) : all;
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

    /** @param folded the number of minor revisions that are left out below the entry */
    public record Line(Entry entry, int folded) {
        /** Revisions are numbered without gaps, so that two neighbours tell how many there are between them. */
        static List<Line> of(List<Entry> entries) {
            List<Line> lines = new ArrayList<>();
            for (int i = 0; i < entries.size(); i++) {
                int number = entries.get(i).number();
                int next = i + 1 < entries.size() ? entries.get(i + 1).number() : number - 1;
                lines.add(new Line(entries.get(i), number - next - 1));
            }
            return lines;
        }
    }
}
