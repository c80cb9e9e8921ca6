package io.commonplace.transfer.web;

import static io.commonplace.platform.web.RequestKind.ATTACHMENT;
import static io.commonplace.platform.web.RequestKind.CHANGE;
import static io.commonplace.platform.web.RequestKind.IMPORT;
import static io.commonplace.platform.web.RequestKind.LIST;

import io.commonplace.platform.web.RequestKindTable;
import io.commonplace.platform.web.RequestKinds;
import jakarta.enterprise.context.ApplicationScoped;

/** The kinds of requests for imports and exports by page. */
@ApplicationScoped
class TransferRequests implements RequestKinds {
    @Override
    public void declare(RequestKindTable table) {
        table.add(LIST, IMPORT, "/import")
                .add(LIST, CHANGE, "/import/*")
                .add(LIST, CHANGE, "/export")
                .add(ATTACHMENT, "/exports/*");
    }
}
