package io.commonplace.pages.web;

import io.commonplace.pages.TemplateVariable;
import io.commonplace.pages.Templates;
import io.commonplace.pages.TreeNode;
import io.commonplace.platform.web.Times;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The template that a new page begins with, if the person has chosen one. The form brings its name back. */
@Named
@RequestScoped
public class NewPageTemplate {
    @Inject
    private HttpServletRequest request;

    @Inject
    private PageAddress address;

    @Inject
    private Templates templates;

    @Inject
    private Times times;

    @Inject
    private Clock clock;

    private String name = "";

    /** The text of the template that the request names, with the date and the author. The title is not known yet. */
    String text() {
        String asked = Objects.requireNonNullElse(request.getParameter("template"), "");
        Optional<String> found = templates.text(address.getSpace(), asked);
        name = found.isPresent() ? asked : "";
        return found.map(text -> isForTemplate() ? text : filled(text)).orElse("");
    }

    private String filled(String text) {
        String dated = TemplateVariable.DATE.fill(text, times.day(clock.instant()));
        return TemplateVariable.AUTHOR.fill(dated, address.viewer().displayName());
    }

    /** The text of the form, with the title if it began with a template. In other texts, braces are what they are. */
    String titled(String markdown, String title) {
        return name.isEmpty() || isForTemplate() ? markdown : TemplateVariable.TITLE.fill(markdown, title.strip());
    }

    /** Whether the new page becomes a template itself, which keeps the variables. */
    private boolean isForTemplate() {
        return address.getPath().equals(Templates.FOLDER);
    }

    public List<TreeNode> getOwn() {
        return templates.own(address.getSpace());
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }
}
