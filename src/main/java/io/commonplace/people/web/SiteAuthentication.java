package io.commonplace.people.web;

import io.commonplace.people.SignIn;
import io.commonplace.people.Viewer;
import io.commonplace.platform.Refusal;
import io.commonplace.platform.Unavailable;
import io.commonplace.platform.web.RequestPath;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.Set;

/**
 * Authenticates a request: by its session, or, for programs, by the password that it carries. It never asks for a sign-in;
 * {@link RequireSignIn} does.
 */
@ApplicationScoped
public class SiteAuthentication implements HttpAuthenticationMechanism {
    private static final Set<String> ADMINISTRATORS = Set.of("administrators");

    @Inject
    private SignIn signIn;

    @Inject
    private SiteSession sessions;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        if (RequestPath.isAsset(request)) {
            return context.doNothing();
        }
        Optional<BasicCredentials> credentials =
                RequestPath.isApi(request) ? BasicCredentials.of(request) : Optional.empty();
        Optional<Viewer> viewer = credentials.isPresent() ? byPassword(request, credentials.get()) : bySession(request);
        if (viewer.isEmpty()) {
            return context.doNothing();
        }
        SignedIn.store(request, viewer.get());
        return context.notifyContainerAboutLogin(
                viewer.get().name(), viewer.get().administrator() ? ADMINISTRATORS : Set.of());
    }

    private Optional<Viewer> bySession(HttpServletRequest request) {
        try {
            Optional<Viewer> viewer = sessions.proof(request).flatMap(signIn::resume);
            viewer.filter(known -> signIn.mustChangePassword(known.id()))
                    .ifPresent(known -> RequireSignIn.requirePasswordChange(request));
            return viewer;
        } catch (Unavailable e) {
            RequireSignIn.setReason(request, e);
            return Optional.empty();
        }
    }

    private Optional<Viewer> byPassword(HttpServletRequest request, BasicCredentials credentials) {
        try {
            return Optional.of(
                    signIn.signInAgain(credentials.name(), credentials.password(), DeviceCookie.origin(request)));
        } catch (Refusal e) {
            RequireSignIn.setReason(request, e);
            return Optional.empty();
        }
    }
}
