package io.commonplace.jobs.web;

import static io.commonplace.platform.web.RequestKind.CHANGE;
import static io.commonplace.platform.web.RequestKind.LIST;
import static io.commonplace.platform.web.RequestKind.WATCH;

import io.commonplace.platform.web.RequestKindTable;
import io.commonplace.platform.web.RequestKinds;
import jakarta.enterprise.context.ApplicationScoped;

/** The kinds of requests for jobs. */
@ApplicationScoped
class JobRequests implements RequestKinds {
    @Override
    public void declare(RequestKindTable table) {
        table.add(LIST, CHANGE, "/jobs/*").add(WATCH, "/jobs/*/status", "/live/*");
    }
}
