package io.commonplace.pages.web;

import io.commonplace.pages.Draft;
import io.commonplace.pages.EditConflict;
import io.commonplace.pages.PageText;
import io.commonplace.pages.Pages;
import io.commonplace.pages.Revision;
import io.commonplace.pages.RevisionQueries;
import io.commonplace.people.web.CurrentUser;
import io.commonplace.platform.Messages;
import io.commonplace.platform.NotFound;
import io.commonplace.platform.web.FlashMessages;
import io.commonplace.platform.web.FormAction;
import io.commonplace.platform.web.Times;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The editor of a page. It never loses typed text, even when somebody else has saved first. */
@Named
@RequestScoped
public class PageEditor {
    @Inject
    private PageAddress address;

    @Inject
    private Pages pages;

    @Inject
    private RevisionQueries history;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private FormAction formAction;

    @Inject
    private FlashMessages flashMessages;

    @Inject
    private EditorDraft editorDraft;

    @Inject
    private Times times;

    private int base;
    private String title = "";
    private String markdown = "";
    private String comment = "";
    private @Nullable Revision theirs;
    private String movedOn = "";

    /** Loads the latest revision, except after a failed save, when the typed text stays. */
    public void load() {
        address.requireEdit();
        if (!FacesContext.getCurrentInstance().isPostback()) {
            Revision latest = latest().orElseThrow(() -> new NotFound("page.notFound"));
            base = latest.getNumber();
            title = latest.getTitle();
            markdown = latest.getMarkdown();
            editorDraft.open(latest).ifPresent(draft -> restore(draft, latest));
        }
    }

    /** Shows a draft with an outdated base like a conflict: beside the page's current text. */
    private void restore(Draft draft, Revision latest) {
        title = draft.text().title();
        markdown = draft.text().markdown();
        comment = draft.text().comment();
        if (draft.base() != base) {
            theirs = latest;
            movedOn = Messages.text(
                    "page.draft.outdated", times.moment(draft.keptAt()), latest.getNumber(), latest.getAuthorName());
        }
    }

    /** The message about a draft restored beside a newer revision; empty if there is none. */
    public String getMovedOn() {
        return movedOn;
    }

    public void save() {
        PageText text = new PageText(title, markdown.replace("\r\n", "\n"), comment);
        try {
            if (formAction.accepted(() -> save(text), "title", "markdown")) {
                editorDraft.saved();
                flashMessages.redirect(address.getHref(), "page.saved", title);
            } else {
                editorDraft.store(text, base);
            }
        } finally {
            if (!FacesContext.getCurrentInstance().getResponseComplete()) {
                latest().filter(revision -> revision.getNumber() != base).ifPresent(this::compareWith);
            }
        }
    }

    /**
     * If the latest revision has the same text, an earlier attempt with an unknown outcome has saved it: that is no
     * conflict.
     */
    private void save(PageText text) {
        try {
            pages.save(currentUser.viewer(), address.getSpace(), address.getPath(), base, text);
        } catch (EditConflict e) {
            if (latest().filter(revision -> equalsText(text, revision)).isEmpty()) {
                throw e;
            }
        }
    }

    private static boolean equalsText(PageText text, Revision revision) {
        return revision.getTitle().equals(text.title().strip())
                && revision.getMarkdown().equals(text.markdown());
    }

    private void compareWith(Revision newer) {
        theirs = newer;
        base = newer.getNumber();
    }

    /** Empty if the page was deleted. */
    private Optional<Revision> latest() {
        return address.find().map(page -> history.revision(page.id(), page.revisionNumber()));
    }

    /** The revision that somebody else has saved meanwhile, or null. */
    public @Nullable Revision getTheirs() {
        return theirs;
    }

    public int getBase() {
        return base;
    }

    public void setBase(int base) {
        this.base = base;
    }

    public String getTitle() {
        return title;
    }

    public void setTitle(String title) {
        this.title = title;
    }

    public String getMarkdown() {
        return markdown;
    }

    public void setMarkdown(String markdown) {
        this.markdown = markdown;
    }

    public String getComment() {
        return comment;
    }

    public void setComment(String comment) {
        this.comment = comment;
    }
}
