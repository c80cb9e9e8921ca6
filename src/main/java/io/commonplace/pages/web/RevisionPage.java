package io.commonplace.pages.web;

import io.commonplace.pages.DocumentText;
import io.commonplace.pages.PageHead;
import io.commonplace.pages.PageRenderer;
import io.commonplace.pages.PageText;
import io.commonplace.pages.Revision;
import io.commonplace.pages.RevisionQueries;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An old revision, rendered for this view with links to today's pages. The address names it by its {@code number}, or by a moment
 * {@code at} which it was the current one.
 */
@Named
@RequestScoped
public class RevisionPage {
    @Inject
    private PageAddress address;

    @Inject
    private RevisionQueries history;

    @Inject
    private PageRenderer pageRenderer;

    @Inject
    private Clock clock;

    private int number;
    private String at = "";
    private @Nullable Instant moment;
    private @Nullable Revision revision;
    private @Nullable DocumentText text;

    public void load() {
        PageHead page = address.getPage();
        Instant now = clock.instant();
        if (at.isEmpty()) {
            moment = history.replacedAt(page.id(), number).orElse(now);
        } else {
            Instant asked = Moment.parse(at, now);
            moment = asked;
            number = history.at(page.id(), asked);
        }
        Revision found = history.revision(page.id(), number);
        revision = found;
        text = pageRenderer
                .render(address.getSpace(), page.sourcePath(), new PageText(found.getTitle(), found.getMarkdown(), ""))
                .document();
    }

    /** The moment that is shown: the one that was asked for, or else the last one at which the revision was the current one. */
    public Instant getMoment() {
        return Objects.requireNonNull(moment);
    }

    public Revision getRevision() {
        return Objects.requireNonNull(revision);
    }

    public DocumentText getText() {
        return Objects.requireNonNull(text);
    }

    public String getAt() {
        return at;
    }

    public void setAt(String at) {
        this.at = at;
    }

    public int getNumber() {
        return number;
    }

    public void setNumber(int number) {
        this.number = number;
    }
}
