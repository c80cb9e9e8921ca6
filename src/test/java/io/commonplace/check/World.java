package io.commonplace.check;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What all people of a check share.
 *
 * @param site the balancer's address
 * @param space the slug of the space that the check has for itself
 */
record World(
        String site,
        String space,
        List<String> clones,
        Markings markings,
        Library library,
        AtomicInteger sessions,
        AtomicInteger tokens) {
    World(String site, String space, List<String> clones, Library library) {
        this(site, space, clones, new Markings(space), library, new AtomicInteger(), new AtomicInteger());
    }

    String href(String place) {
        return "/s/" + space + "/" + place;
    }

    String address(String view, String place) {
        return "/" + view + "?space=" + space + "&page=" + place.replace("/", "%2F");
    }

    /** A name that no other page and no other text of this check has. */
    String token() {
        return "t" + tokens.incrementAndGet();
    }
}
