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

/** By which a browser shows that it has signed somebody in before: strangers' guesses don't slow it down. */
@ApplicationScoped
class DeviceCookie {
    private static final String COOKIE = "device";
    private static final int LIFETIME_SECONDS = (int) Duration.ofDays(365).toSeconds();

    /** Longer than any mark that was ever given out. */
    private static final int LONGEST = 200;

    @Inject
    private SignIn signIn;

    static LoginOrigin origin(HttpServletRequest request) {
        String device = RequestCookies.find(request, COOKIE)
                .filter(mark -> mark.length() <= LONGEST)
                .orElse("");
        return new LoginOrigin(ClientAddress.of(request), device);
    }

    /** Whoever signed in is signed in, with a mark or without. */
    void keep(HttpServletRequest request, HttpServletResponse response, String name) {
        BestEffort.run("marking a device", () -> {
            String mark = signIn.deviceMark(name, origin(request));
            response.addCookie(RequestCookies.make(request, COOKIE, mark, LIFETIME_SECONDS));
        });
    }
}
