package io.commonplace.pages.web;

import io.commonplace.pages.PageMerge;
import io.commonplace.pages.PageText;
import io.commonplace.pages.Revision;
import io.commonplace.pages.RevisionQueries;
import io.commonplace.pages.TextComparison;
import io.commonplace.pages.TextMerge.Choice;
import io.commonplace.platform.NotFound;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Merges the text of an editor with what somebody else has saved since it was opened. Where both have changed the same words,
 * the person chooses; then the editor has the merged text, and shows what is new in it. Nothing is saved here.
 */
@Named
@RequestScoped
public class EditMerge {
    private static final PageText NOTHING = new PageText("", "", "");

    @Inject
    private PageAddress address;

    @Inject
    private RevisionQueries history;

    @Inject
    private HttpServletRequest request;

    private @Nullable Revision theirs;
    private @Nullable PageMerge merge;
    private List<PageMerge.Conflict> conflicts = List.of();
    private List<TextComparison.Row> news = List.of();
    private int base;

    /**
     * Merges the text, and asks the person about conflicts.
     *
     * @param base the number of the revision that the text is based on
     * @return the merged text; null if there are conflicts
     */
    @Nullable
    PageText merge(int base, PageText mine, Revision theirs) {
        PageMerge found = begin(base, mine, theirs);
        merge = found;
        conflicts = found.conflicts();
        return found.hasConflicts() ? null : merged(found, mine, List.of());
    }

    /** Merges the text with the choices of the form that {@link #merge} has shown. */
    PageText choose(int base, PageText mine, Revision theirs) {
        PageMerge found = begin(base, mine, theirs);
        List<Choice> choices = IntStream.rangeClosed(1, found.conflicts().size())
                .mapToObj(number -> choice(request.getParameter("choice-" + number)))
                .toList();
        return merged(found, mine, choices);
    }

    private PageMerge begin(int base, PageText mine, Revision theirs) {
        this.base = base;
        this.theirs = theirs;
        return PageMerge.of(base(), mine, text(theirs));
    }

    /** Without the revision that the text is based on, all of it is a conflict. */
    private PageText base() {
        try {
            return text(history.revision(address.getPage().id(), base));
        } catch (NotFound e) {
            return NOTHING;
        }
    }

    private static PageText text(Revision revision) {
        return new PageText(revision.getTitle(), revision.getMarkdown(), "");
    }

    private PageText merged(PageMerge found, PageText mine, List<Choice> choices) {
        PageText text = new PageText(found.title(), found.markdown(choices), mine.comment());
        List<TextComparison.Row> rows = TextComparison.of(mine.markdown(), text.markdown());
        boolean changed = rows.stream().anyMatch(row -> row.kind() == TextComparison.Kind.CHANGED);
        news = changed ? rows : List.of();
        merge = found;
        return text;
    }

    private static Choice choice(@Nullable String sent) {
        for (Choice choice : Choice.values()) {
            if (choice.name().equals(sent)) {
                return choice;
            }
        }
        return Choice.BOTH;
    }

    /** Whether there is anything to merge. */
    public boolean isActive() {
        return merge != null;
    }

    /** Whether the person has to choose. */
    public boolean isChoosing() {
        return !conflicts.isEmpty();
    }

    public List<PageMerge.Conflict> getConflicts() {
        return conflicts;
    }

    /** The person's text and the merged one; empty if they are the same. */
    public List<TextComparison.Row> getNews() {
        return news;
    }

    /** Whether the other one has given the page another title than the person has. */
    public boolean isOtherTitle() {
        return merge != null && merge.bothTitles();
    }

    public Revision getTheirs() {
        return Objects.requireNonNull(theirs);
    }

    /** The comparison of the revisions since the person opened the editor. */
    public String getChangesHref() {
        return "/compare?space=" + address.getSpace().slug() + "&page=" + address.getEncodedPath() + "&from=" + base
                + "&to=" + getTheirs().getNumber();
    }
}
