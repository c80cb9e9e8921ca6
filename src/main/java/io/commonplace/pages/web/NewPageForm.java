package io.commonplace.pages.web;

import io.commonplace.pages.PageText;
import io.commonplace.pages.Pages;
import io.commonplace.people.web.CurrentUser;
import io.commonplace.platform.web.FlashMessages;
import io.commonplace.platform.web.FormAction;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Writing a page that isn't there yet, below the page that the address names. */
@Named
@RequestScoped
public class NewPageForm {
    @Inject
    private PageAddress address;

    @Inject
    private Pages pages;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private FormAction formAction;

    @Inject
    private FlashMessages flashMessages;

    @Inject
    private EditorDraft desk;

    private String title = "";
    private String markdown = "";

    public void load() {
        address.requireEdit();
        desk.beAtNewPage();
        if (!FacesContext.getCurrentInstance().isPostback()) {
            desk.open(null).ifPresent(draft -> {
                title = draft.text().title();
                markdown = draft.text().markdown();
            });
        }
    }

    public void create() {
        PageText text = new PageText(title, markdown.replace("\r\n", "\n"), "");
        desk.beAtNewPage();
        String[] path = new String[1];
        if (formAction.accepted(
                () -> path[0] = pages.create(currentUser.viewer(), address.getSpace(), address.getPath(), text),
                "title",
                "markdown")) {
            desk.done();
            flashMessages.redirect(address.getSpace().href(path[0]), "page.created", title);
        } else {
            desk.keep(text, 0);
        }
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
}
