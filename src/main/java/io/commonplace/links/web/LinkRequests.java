package io.commonplace.links.web;

import static io.commonplace.platform.web.RequestKind.LIST;

import io.commonplace.platform.web.RequestKindTable;
import io.commonplace.platform.web.RequestKinds;
import jakarta.enterprise.context.ApplicationScoped;

/** The kinds of requests for links. */
@ApplicationScoped
class LinkRequests implements RequestKinds {
    @Override
    public void declare(RequestKindTable table) {
        table.add(LIST, "/links", "/links.csv", "/linked");
    }
}
