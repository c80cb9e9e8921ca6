package io.commonplace.operations.web;

import static io.commonplace.platform.web.RequestKind.PROBE;
import static io.commonplace.platform.web.RequestKind.WATCH;

import io.commonplace.platform.web.RequestKindTable;
import io.commonplace.platform.web.RequestKinds;
import jakarta.enterprise.context.ApplicationScoped;

/** The kinds of requests about the site itself; the server answers health and metrics. */
@ApplicationScoped
class OperationRequests implements RequestKinds {
    @Override
    public void declare(RequestKindTable table) {
        table.add(WATCH, "/mode").add(PROBE, "/health/*", "/metrics");
    }
}
