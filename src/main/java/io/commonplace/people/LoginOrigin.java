package io.commonplace.people;

import java.util.Arrays;

/**
 * Where somebody signs in from.
 *
 * @param address as the load balancer saw it
 * @param device what {@link SignIn#deviceMark} has given this browser; empty if it brings nothing
 */
public record LoginOrigin(String address, String device) {
    private static final int GROUPS_OF_A_NETWORK = 4;

    /** Of IPv6, the /64: who has one of its addresses has all of them. */
    String network() {
        if (!address.contains(":")) {
            return address;
        }
        String[] groups = address.split("::", 2)[0].split(":");
        int known = Math.min(groups.length, GROUPS_OF_A_NETWORK);
        return String.join(":", Arrays.copyOf(groups, known)) + "::/64";
    }
}
