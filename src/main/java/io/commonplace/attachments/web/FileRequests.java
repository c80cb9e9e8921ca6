package io.commonplace.attachments.web;

import static io.commonplace.platform.web.RequestKind.ATTACHMENT;
import static io.commonplace.platform.web.RequestKind.CHANGE;
import static io.commonplace.platform.web.RequestKind.LIST;

import io.commonplace.platform.web.RequestKindTable;
import io.commonplace.platform.web.RequestKinds;
import jakarta.enterprise.context.ApplicationScoped;

/** The kind of requests for files. */
@ApplicationScoped
class FileRequests implements RequestKinds {
    @Override
    public void declare(RequestKindTable table) {
        table.add(ATTACHMENT, "/files/*").add(LIST, CHANGE, "/attachments/*", "/file/*");
    }
}
