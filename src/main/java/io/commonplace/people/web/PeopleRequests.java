package io.commonplace.people.web;

import static io.commonplace.platform.web.RequestKind.CHANGE;
import static io.commonplace.platform.web.RequestKind.LIST;
import static io.commonplace.platform.web.RequestKind.SIGN_IN;

import io.commonplace.platform.web.RequestKindTable;
import io.commonplace.platform.web.RequestKinds;
import jakarta.enterprise.context.ApplicationScoped;

/** The kinds of requests for signing in, and for people, groups and rights. */
@ApplicationScoped
class PeopleRequests implements RequestKinds {
    @Override
    public void declare(RequestKindTable table) {
        table.add(SIGN_IN, "/login", "/logout", "/session", "/password")
                .add(LIST, CHANGE, "/admin/people", "/admin/person", "/admin/rights")
                .add(LIST, CHANGE, "/admin/groups", "/admin/group/remove");
    }
}
