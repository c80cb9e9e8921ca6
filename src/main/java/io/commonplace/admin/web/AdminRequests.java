package io.commonplace.admin.web;

import static io.commonplace.platform.web.RequestKind.CHANGE;
import static io.commonplace.platform.web.RequestKind.LIST;

import io.commonplace.platform.web.RequestKindTable;
import io.commonplace.platform.web.RequestKinds;
import jakarta.enterprise.context.ApplicationScoped;

/** The kinds of requests for spaces, the cluster and maintenance. */
@ApplicationScoped
class AdminRequests implements RequestKinds {
    @Override
    public void declare(RequestKindTable table) {
        table.add(
                LIST,
                CHANGE,
                "/admin/spaces",
                "/admin/space",
                "/admin/space/archive",
                "/admin/space/delete",
                "/admin/space/deleted",
                "/admin/space/key",
                "/admin/cluster",
                "/admin/rebuild",
                "/admin/maintenance");
    }
}
