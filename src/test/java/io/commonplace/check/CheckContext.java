package io.commonplace.check;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What all simulated people share.
 *
 * @param site the load balancer's address
 * @param space the slug of the check's own space
 */
record CheckContext(
        String site,
        String space,
        List<String> clones,
        TextTokens textTokens,
        TestPages testPages,
        AtomicInteger sessions,
        AtomicInteger tokens) {
    CheckContext(String site, String space, List<String> clones, TestPages testPages) {
        this(site, space, clones, new TextTokens(space), testPages, new AtomicInteger(), new AtomicInteger());
    }

    String href(String place) {
        return "/s/" + space + "/" + place;
    }

    String address(String view, String place) {
        return "/" + view + "?space=" + space + "&page=" + place.replace("/", "%2F");
    }

    /** A name that is unique in this check. */
    String token() {
        return "t" + tokens.incrementAndGet();
    }
}
