package io.commonplace.pages.web;

import io.commonplace.pages.Draft;
import io.commonplace.pages.EditConflict;
import io.commonplace.pages.History;
import io.commonplace.pages.PageText;
import io.commonplace.pages.Pages;
import io.commonplace.pages.Revision;
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

/** Editing a page: what was typed is never lost, also when somebody else was faster. */
@Named
@RequestScoped
public class PageEditor {
    @Inject
    private PageAddress address;

    @Inject
    private Pages pages;

    @Inject
    private History history;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private FormAction formAction;

    @Inject
    private FlashMessages flashMessages;

    @Inject
    private EditorDraft desk;

    @Inject
    private Times times;

    private int base;
    private String title = "";
    private String markdown = "";
    private String comment = "";
    private @Nullable Revision theirs;
    private String movedOn = "";

    /** Opens the latest revision; what comes back from the form stays as it was typed. */
    public void load() {
        address.requireEdit();
        if (!FacesContext.getCurrentInstance().isPostback()) {
            Revision latest = latest().orElseThrow(() -> new NotFound("page.notFound"));
            base = latest.getNumber();
            title = latest.getTitle();
            markdown = latest.getMarkdown();
            desk.open(latest).ifPresent(draft -> restore(draft, latest));
        }
    }

    /** What was made from an older revision is shown as a conflict is: beside the page as it is. */
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

    /** What to say of a draft that was restored beside a newer revision; empty if there is nothing. */
    public String getMovedOn() {
        return movedOn;
    }

    public void save() {
        PageText text = new PageText(title, markdown.replace("\r\n", "\n"), comment);
        try {
            if (formAction.accepted(() -> save(text), "title", "markdown")) {
                desk.done();
                flashMessages.redirect(address.getHref(), "page.saved", title);
            } else {
                desk.keep(text, base);
            }
        } finally {
            if (!FacesContext.getCurrentInstance().getResponseComplete()) {
                latest().filter(revision -> revision.getNumber() != base).ifPresent(this::compareWith);
            }
        }
    }

    /** A text that stands there already was saved by an earlier try, of which that could not be known. */
    private void save(PageText text) {
        try {
            pages.save(currentUser.viewer(), address.getSpace(), address.getPath(), base, text);
        } catch (EditConflict e) {
            if (latest().filter(revision -> stands(text, revision)).isEmpty()) {
                throw e;
            }
        }
    }

    private static boolean stands(PageText text, Revision revision) {
        return revision.getTitle().equals(text.title().strip())
                && revision.getMarkdown().equals(text.markdown());
    }

    private void compareWith(Revision newer) {
        theirs = newer;
        base = newer.getNumber();
    }

    /** Empty if the page is gone. */
    private Optional<Revision> latest() {
        return address.find().map(page -> history.revision(page.id(), page.revisionNumber()));
    }

    /** The revision that was saved meanwhile, or null. */
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
