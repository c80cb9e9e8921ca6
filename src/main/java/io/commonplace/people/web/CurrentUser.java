package io.commonplace.people.web;

import io.commonplace.people.Access;
import io.commonplace.people.SpaceLevel;
import io.commonplace.people.Viewer;
import io.commonplace.platform.web.CsrfToken;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

/**
 * The person who sends the current request. In views: {@code #{currentUser.displayName}}, {@code
 * #{currentUser.administrator}}, {@code #{currentUser.editor}}.
 */
@Named
@RequestScoped
public class CurrentUser {
    @Inject
    private HttpServletRequest request;

    @Inject
    private Access access;

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

    /** Whether the person may edit pages of any space, and so may import. */
    public boolean isEditor() {
        return SignedIn.of(request)
                .filter(viewer -> access.mayAnywhere(viewer, SpaceLevel.EDIT))
                .isPresent();
    }

    /** Whether the person has to choose a new password before anything else. */
    public boolean isPasswordDue() {
        return RequireSignIn.isPasswordDue(request);
    }

    /** The user name. */
    public String getName() {
        return viewer().name();
    }

    public String getDisplayName() {
        return PersonalMark.isMarking(request) ? PersonalMark.DISPLAY_NAME.text() : viewer().displayName();
    }

    /** The token that each form must send, in the field {@code csrf} or the header X-CSRF-Token. */
    public String csrf() {
        return PersonalMark.isMarking(request) ? PersonalMark.CSRF_TOKEN.text() : CsrfToken.of(request);
    }
}
