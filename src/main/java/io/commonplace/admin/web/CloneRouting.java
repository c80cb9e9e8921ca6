package io.commonplace.admin.web;

import io.commonplace.operations.ClusterState;
import io.commonplace.operations.Draining;
import io.commonplace.people.web.CurrentUser;
import io.commonplace.platform.web.FlashMessages;
import io.commonplace.platform.web.FormAction;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The buttons that drain and resume a clone. */
@Named
@RequestScoped
public class CloneRouting {
    private static final String ADDRESS = "/admin/cluster";

    @Inject
    private Draining draining;

    @Inject
    private ClusterState cluster;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private FormAction formAction;

    @Inject
    private FlashMessages flashMessages;

    /** @param clone its name, not its position: the list may have changed since it was shown */
    public void drain(String clone) {
        List<String> routable = CloneSummary.all(cluster.now()).stream()
                .filter(CloneSummary::isRouted)
                .map(CloneSummary::name)
                .toList();
        if (formAction.accepted(() -> draining.drain(currentUser.viewer(), clone, routable))) {
            flashMessages.redirect(ADDRESS, "cluster.clone.draining", clone);
        }
    }

    public void resume(String clone) {
        if (formAction.accepted(() -> draining.resume(currentUser.viewer(), clone))) {
            flashMessages.redirect(ADDRESS, "cluster.clone.resumed", clone);
        }
    }
}
