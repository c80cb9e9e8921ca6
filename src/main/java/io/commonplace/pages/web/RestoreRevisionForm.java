package io.commonplace.pages.web;

import io.commonplace.pages.EditConflict;
import io.commonplace.pages.PageText;
import io.commonplace.pages.Pages;
import io.commonplace.pages.Revision;
import io.commonplace.pages.RevisionQueries;
import io.commonplace.platform.Messages;
import io.commonplace.platform.Refusal;
import io.commonplace.platform.web.FlashMessages;
import io.commonplace.platform.web.FormAction;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Saves the text of an old revision as a new one. Nothing is lost: the text before it stays in the history. */
@Named
@RequestScoped
public class RestoreRevisionForm {
    @Inject
    private PageAddress address;

    @Inject
    private Pages pages;

    @Inject
    private RevisionQueries history;

    @Inject
    private FormAction formAction;

    @Inject
    private FlashMessages flashMessages;

    private int number;
    private int base;
    private @Nullable Revision revision;

    public void load() {
        address.requireEdit();
        revision = history.revision(address.getPage().id(), number);
        base = address.getPage().revisionNumber();
    }

    public void restore() {
        if (formAction.accepted(this::save)) {
            flashMessages.redirect(address.getHref(), "page.restored", number);
        }
    }

    private void save() {
        address.requireEdit();
        Revision old = history.revision(address.getPage().id(), number);
        String comment = Messages.text("page.restored.comment", number);
        PageText text = new PageText(old.getTitle(), old.getMarkdown(), comment);
        try {
            pages.save(address.viewer(), address.getSpace(), address.getPath(), base, text);
        } catch (EditConflict e) {
            throw new Refusal("page.restore.changed", e.arguments());
        }
    }

    public Revision getRevision() {
        return Objects.requireNonNull(revision);
    }

    public int getNumber() {
        return number;
    }

    public void setNumber(int number) {
        this.number = number;
    }

    /** The number of the revision that is replaced. A newer one is not, because the person hasn't seen it. */
    public int getBase() {
        return base;
    }

    public void setBase(int base) {
        this.base = base;
    }
}
