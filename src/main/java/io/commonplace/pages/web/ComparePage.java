package io.commonplace.pages.web;

import io.commonplace.pages.Revision;
import io.commonplace.pages.RevisionQueries;
import io.commonplace.pages.TextComparison;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Two revisions of a page, the older one first. Without parameters, the latest one and the one before. */
@Named
@RequestScoped
public class ComparePage {
    @Inject
    private PageAddress address;

    @Inject
    private RevisionQueries history;

    private int from;
    private int to;
    private @Nullable Revision before;
    private @Nullable Revision after;
    private List<TextComparison.Row> titles = List.of();
    private List<TextComparison.Row> rows = List.of();

    public void load() {
        int latest = address.getPage().revisionNumber();
        int one = from == 0 ? Math.max(1, latest - 1) : from;
        int other = to == 0 ? latest : to;
        from = Math.min(one, other);
        to = Math.max(one, other);
        long page = address.getPage().id();
        Revision older = history.revision(page, from);
        Revision newer = history.revision(page, to);
        before = older;
        after = newer;
        rows = TextComparison.of(older.getMarkdown(), newer.getMarkdown());
        if (!older.getTitle().equals(newer.getTitle())) {
            titles = TextComparison.of(older.getTitle(), newer.getTitle());
        }
    }

    public Revision getBefore() {
        return Objects.requireNonNull(before);
    }

    public Revision getAfter() {
        return Objects.requireNonNull(after);
    }

    /** The titles, if they differ. */
    public List<TextComparison.Row> getTitles() {
        return titles;
    }

    public List<TextComparison.Row> getRows() {
        return rows;
    }

    public boolean isEqual() {
        return titles.isEmpty() && rows.stream().noneMatch(row -> row.kind() == TextComparison.Kind.CHANGED);
    }

    public int getFrom() {
        return from;
    }

    public void setFrom(int from) {
        this.from = from;
    }

    public int getTo() {
        return to;
    }

    public void setTo(int to) {
        this.to = to;
    }
}
