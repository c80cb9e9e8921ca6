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

/** The editor for a new page below the page that the address names. */
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
    private EditorDraft editorDraft;

    @Inject
    private NewPageTemplate template;

    private String title = "";
    private String markdown = "";

    public void load() {
        address.requireEdit();
        editorDraft.setNewPage();
        if (!FacesContext.getCurrentInstance().isPostback()) {
            markdown = template.text();
            editorDraft.open(null).ifPresent(draft -> {
                title = draft.text().title();
                markdown = draft.text().markdown();
            });
        }
    }

    public void create() {
        PageText text = new PageText(title, template.titled(markdown.replace("\r\n", "\n"), title), "");
        editorDraft.setNewPage();
        String[] path = new String[1];
        if (formAction.accepted(
                () -> path[0] = pages.create(currentUser.viewer(), address.getSpace(), address.getPath(), text),
                "title",
                "markdown")) {
            editorDraft.saved();
            flashMessages.redirect(address.getSpace().href(path[0]), "page.created", title);
        } else {
            editorDraft.store(text, 0);
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
