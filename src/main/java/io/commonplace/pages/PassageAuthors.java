package io.commonplace.pages;

import io.commonplace.pages.RevisionQueries.Entry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who wrote what on a page. It checks no rights. */
@ApplicationScoped
public class PassageAuthors {
    /** Each revision is read and compared, which takes some milliseconds. */
    static final int MAX_REVISIONS = 200;

    @Inject
    private RevisionQueries history;

    /** The latest text in its order, each part with its revision, looking back {@value #MAX_REVISIONS} revisions. */
    public List<Passage> of(PageHead page) {
        List<Entry> revisions = history.newest(page.id(), MAX_REVISIONS + 1);
        LineAuthors authors = new LineAuthors(markdown(page, revisions.get(0)));
        for (int i = 0; i < revisions.size() - 1 && !authors.isComplete(); i++) {
            authors.goBack(revisions.get(i), markdown(page, revisions.get(i + 1)));
        }
        if (revisions.size() <= MAX_REVISIONS) {
            authors.end(revisions.get(revisions.size() - 1));
        }
        return authors.passages();
    }

    private String markdown(PageHead page, Entry revision) {
        return history.revision(page.id(), revision.number()).getMarkdown();
    }

    /** A part of a text. @param revision in which it was changed last; null if that is further back than was looked */
    public record Passage(String text, @Nullable Entry revision) {}
}
