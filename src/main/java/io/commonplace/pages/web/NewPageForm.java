package io.commonplace.pages.web;

import io.commonplace.pages.PageText;
import io.commonplace.pages.Pages;
import io.commonplace.people.web.Present;
import io.commonplace.platform.web.Notices;
import io.commonplace.platform.web.Submission;
import jakarta.enterprise.context.RequestScoped;
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
    private Present present;

    @Inject
    private Submission submission;

    @Inject
    private Notices notices;

    private String title = "";
    private String markdown = "";

    public void load() {
        address.requireEdit();
    }

    public void create() {
        PageText text = new PageText(title, markdown.replace("\r\n", "\n"), "");
        String[] path = new String[1];
        if (submission.accepted(
                () -> path[0] = pages.create(present.viewer(), address.getSpace(), address.getPath(), text),
                "title",
                "markdown")) {
            notices.sayAt(address.getSpace().href(path[0]), "page.created", title);
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
