package io.commonplace.people.web;

import io.commonplace.people.Viewer;
import jakarta.servlet.ServletRequest;
import java.util.Optional;

/** The person that {@link SiteAuthentication} has found for a request. */
final class SignedIn {
    private static final String ATTRIBUTE = SignedIn.class.getName();

    private SignedIn() {}

    static void store(ServletRequest request, Viewer viewer) {
        request.setAttribute(ATTRIBUTE, viewer);
    }

    static Optional<Viewer> of(ServletRequest request) {
        return Optional.ofNullable((Viewer) request.getAttribute(ATTRIBUTE));
    }
}
