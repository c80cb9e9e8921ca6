package io.commonplace.pages.web;

import static io.commonplace.platform.web.RequestKind.CHANGE;
import static io.commonplace.platform.web.RequestKind.DRAFT;
import static io.commonplace.platform.web.RequestKind.EDIT;
import static io.commonplace.platform.web.RequestKind.LIST;
import static io.commonplace.platform.web.RequestKind.PREVIEW;
import static io.commonplace.platform.web.RequestKind.SAVE;
import static io.commonplace.platform.web.RequestKind.VIEW;
import static io.commonplace.platform.web.RequestKind.WATCH;

import io.commonplace.platform.web.RequestKindTable;
import io.commonplace.platform.web.RequestKinds;
import jakarta.enterprise.context.ApplicationScoped;

/** The kinds of requests for pages. The container makes {@code /index} of {@code /}: web.xml names it as the welcome file. */
@ApplicationScoped
class PageRequests implements RequestKinds {
    @Override
    public void declare(RequestKindTable table) {
        table.add(VIEW, "/", "/index", "/s/*")
                .add(EDIT, SAVE, "/edit", "/new")
                .add(DRAFT, "/draft/*")
                .add(WATCH, "/editors/*")
                .add(SAVE, "/tasks")
                .add(PREVIEW, "/preview")
                .add(LIST, "/tree", "/below")
                .add(LIST, CHANGE, "/move", "/delete", "/trash/*", "/history/*", "/revision/*", "/compare", "/authors");
    }
}
