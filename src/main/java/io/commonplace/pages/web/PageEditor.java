package io.commonplace.pages.web;

import io.commonplace.pages.Draft;
import io.commonplace.pages.PageText;
import io.commonplace.pages.Pages;
import io.commonplace.pages.Revision;
import io.commonplace.pages.RevisionQueries;
import io.commonplace.people.web.CurrentUser;
import io.commonplace.platform.NotFound;
import io.commonplace.platform.web.FlashMessages;
import io.commonplace.platform.web.FormAction;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;

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
    private EditMerge merge;

    private int base;
    private int against;
    private String title = "";
    private String markdown = "";
    private String comment = "";
    private boolean minor;
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

    /** Merges a draft with an outdated base like a conflict. */
    private void restore(Draft draft, Revision latest) {
        show(draft.text());
        if (draft.base() != base) {
            base = draft.base();
            movedOn = editorDraft.outdated(draft, latest);
            mergeWith(latest);
        }
    }

    private void show(PageText text) {
        title = text.title();
        markdown = text.markdown();
        comment = text.comment();
    }

    /** The message about a draft restored after a newer revision; empty if there is none. */
    public String getMovedOn() {
        return movedOn;
    }

    /** Saves the text, or puts it together as the person has chosen. */
    public void save() {
        Optional<Revision> theirs =
                against == 0 ? Optional.empty() : address.find().map(page -> history.revision(page.id(), against));
        if (theirs.isPresent()) {
            choose(theirs.get());
        } else {
            saveText();
        }
    }

    private void choose(Revision theirs) {
        PageText text = merge.choose(base, text(), theirs);
        show(text);
        base = against;
        against = 0;
        editorDraft.store(text, base);
    }

    private void saveText() {
        PageText text = text();
        boolean[] changed = new boolean[1];
        against = 0;
        try {
            if (formAction.accepted(() -> changed[0] = save(text), "title", "markdown")) {
                editorDraft.saved();
                flashMessages.redirect(address.getHref(), changed[0] ? "page.saved" : "page.unchanged", title);
            } else {
                editorDraft.store(text, base);
            }
        } finally {
            if (!FacesContext.getCurrentInstance().getResponseComplete()) {
                latest().filter(revision -> revision.getNumber() != base).ifPresent(this::mergeWith);
            }
        }
    }

    private boolean save(PageText text) {
        return pages.save(currentUser.viewer(), address.getSpace(), address.getPath(), base, text);
    }

    private void mergeWith(Revision latest) {
        PageText merged = merge.merge(base, text(), latest);
        if (merged == null) {
            against = latest.getNumber();
        } else {
            show(merged);
            base = latest.getNumber();
        }
    }

    private PageText text() {
        return new PageText(title, markdown.replace("\r\n", "\n"), comment, minor);
    }

    /** Empty if the page was deleted. */
    private Optional<Revision> latest() {
        return address.find().map(page -> history.revision(page.id(), page.revisionNumber()));
    }

    /** The number of the revision that the person chooses parts of; 0 unless they do. */
    public int getAgainst() {
        return against;
    }

    public void setAgainst(int against) {
        this.against = against;
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

    /** Not kept with a draft: whoever restores one decides anew. */
    public boolean isMinor() {
        return minor;
    }

    public void setMinor(boolean minor) {
        this.minor = minor;
    }
}
