package io.commonplace.platform.web;

import jakarta.enterprise.context.ApplicationScoped;

/** The kinds of requests that all features share: for assets and for the API. */
@ApplicationScoped
class SharedRequests implements RequestKinds {
    @Override
    public void declare(RequestKindTable table) {
        table.add(RequestKind.ASSET, "/assets/*").add(RequestKind.API, "/api/*");
    }
}
