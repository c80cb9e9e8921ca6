package io.commonplace.admin.web;

import io.commonplace.admin.ClusterState;
import io.commonplace.admin.Draining;
import io.commonplace.people.web.Present;
import io.commonplace.platform.web.Notices;
import io.commonplace.platform.web.Submission;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The buttons that take a clone out of the routing and put it back in. */
@Named
@RequestScoped
public class CloneRouting {
    private static final String ADDRESS = "/admin/cluster";

    @Inject
    private Draining draining;

    @Inject
    private ClusterState cluster;

    @Inject
    private Present present;

    @Inject
    private Submission submission;

    @Inject
    private Notices notices;

    /** @param clone its name: the list may be another one by now */
    public void takeOut(String clone) {
        List<String> routed = CloneCard.all(cluster.now()).stream()
                .filter(CloneCard::isRouted)
                .map(CloneCard::name)
                .toList();
        if (submission.accepted(() -> draining.takeOut(present.viewer(), clone, routed))) {
            notices.sayAt(ADDRESS, "cluster.clone.out", clone);
        }
    }

    public void putIn(String clone) {
        if (submission.accepted(() -> draining.putIn(present.viewer(), clone))) {
            notices.sayAt(ADDRESS, "cluster.clone.in", clone);
        }
    }
}
