package io.commonplace.people.web;

import io.commonplace.people.Viewer;
import io.commonplace.platform.web.CsrfToken;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

/** Whom the present request belongs to. In views: {@code #{present.displayName}}, {@code #{present.administrator}}. */
@Named
@RequestScoped
public class CurrentUser {
    @Inject
    private HttpServletRequest request;

    /** @throws IllegalStateException if nobody is signed in, which only the sign-in page needs to expect */
    public Viewer viewer() {
        return SignedIn.of(request).orElseThrow(() -> new IllegalStateException("Nobody is signed in"));
    }

    public boolean isSignedIn() {
        return SignedIn.of(request).isPresent();
    }

    public boolean isAdministrator() {
        return SignedIn.of(request).filter(Viewer::administrator).isPresent();
    }

    /** Whether another password has to be chosen before anything else. */
    public boolean isPasswordDue() {
        return RequireSignIn.isPasswordDue(request);
    }

    /** What they type to sign in. */
    public String getName() {
        return viewer().name();
    }

    public String getDisplayName() {
        return viewer().displayName();
    }

    /** What forms must bring back, in the field {@code csrf} or the header X-CSRF-Token. */
    public String csrf() {
        return CsrfToken.of(request);
    }
}
