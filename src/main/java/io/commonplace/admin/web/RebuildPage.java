package io.commonplace.admin.web;

import io.commonplace.pages.SpaceHead;
import io.commonplace.pages.Spaces;
import io.commonplace.people.Access;
import io.commonplace.people.SpaceLevel;
import io.commonplace.people.web.CurrentUser;
import io.commonplace.platform.web.FlashMessages;
import io.commonplace.platform.web.FormAction;
import io.commonplace.search.IndexRebuild;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** Asks for confirmation before the search indexes are rebuilt. */
@Named
@RequestScoped
public class RebuildPage {
    @Inject
    private IndexRebuild rebuild;

    @Inject
    private Spaces spaces;

    @Inject
    private Access access;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private FormAction formAction;

    @Inject
    private FlashMessages flashMessages;

    @Inject
    private HttpServletRequest request;

    private String only = "";

    @PostConstruct
    void begin() {
        String chosen = request.getParameter("only");
        only = chosen == null ? "" : chosen;
    }

    public void load() {
        access.requireAdministrator(currentUser.viewer());
    }

    public void start() {
        if (formAction.accepted(() -> rebuild.request(currentUser.viewer(), only))) {
            flashMessages.redirect("/admin/cluster", "cluster.index.started");
        }
    }

    public List<SpaceHead> getChoices() {
        return spaces.visible(currentUser.viewer(), SpaceLevel.VIEW);
    }
}
