package io.commonplace.platform.web;

import jakarta.enterprise.context.ApplicationScoped;

/** Of what all features share: assets, and the place of what is for programs. */
@ApplicationScoped
class SharedRequests implements RequestKinds {
    @Override
    public void declare(RequestKindTable table) {
        table.add(RequestKind.ASSET, "/assets/*").add(RequestKind.API, "/api/*");
    }
}
