package io.commonplace.people.web;

import io.commonplace.people.LoginOrigin;
import io.commonplace.people.SignIn;
import io.commonplace.platform.BestEffort;
import io.commonplace.platform.web.ClientAddress;
import io.commonplace.platform.web.RequestCookies;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;

/**
 * A cookie that marks a browser from which a person has signed in. It has its own limit for failed sign-ins, so that guesses
 * by others don't slow this browser down.
 */
@ApplicationScoped
class DeviceCookie {
    private static final String COOKIE = "device";
    private static final int LIFETIME_SECONDS = (int) Duration.ofDays(365).toSeconds();

    /** Characters; longer than any token that was ever issued. */
    private static final int MAX_LENGTH = 200;

    @Inject
    private SignIn signIn;

    static LoginOrigin origin(HttpServletRequest request) {
        String device = RequestCookies.find(request, COOKIE)
                .filter(token -> token.length() <= MAX_LENGTH)
                .orElse("");
        return new LoginOrigin(ClientAddress.of(request), device);
    }

    /** Best effort: the sign-in has succeeded, and needs no token. */
    void store(HttpServletRequest request, HttpServletResponse response, String name) {
        BestEffort.run("storing a device token", () -> {
            String token = signIn.deviceToken(name, origin(request));
            response.addCookie(RequestCookies.make(request, COOKIE, token, LIFETIME_SECONDS));
        });
    }
}
