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
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An old revision, rendered for this view with links to today's pages. */
@Named
@RequestScoped
public class RevisionPage {
    @Inject
    private PageAddress address;

    @Inject
    private RevisionQueries history;

    @Inject
    private PageRenderer pageRenderer;

    private int number;
    private @Nullable Revision revision;
    private @Nullable DocumentText text;

    public void load() {
        PageHead page = address.getPage();
        Revision found = history.revision(page.id(), number);
        revision = found;
        text = pageRenderer
                .render(address.getSpace(), page.sourcePath(), new PageText(found.getTitle(), found.getMarkdown(), ""))
                .document();
    }

    public Revision getRevision() {
        return Objects.requireNonNull(revision);
    }

    public DocumentText getText() {
        return Objects.requireNonNull(text);
    }

    public int getNumber() {
        return number;
    }

    public void setNumber(int number) {
        this.number = number;
    }
}
