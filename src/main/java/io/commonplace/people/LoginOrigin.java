package io.commonplace.people;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * Where somebody signs in from.
 *
 * @param address as the load balancer saw it
 * @param device what {@link SignIn#deviceMark} has given this browser; empty if it brings nothing
 */
public record LoginOrigin(String address, String device) {
    private static final int NETWORK_BYTES = 8;

    /** Of IPv6, the /64: who has one of its addresses has all of them. An IPv4 address in the form of IPv6 stays one. */
    String network() {
        if (!address.contains(":")) {
            return address;
        }
        try {
            // With a colon it is no name, so nothing is looked up.
            byte[] bytes = InetAddress.getByName(address).getAddress();
            Arrays.fill(bytes, Math.min(NETWORK_BYTES, bytes.length), bytes.length, (byte) 0);
            return InetAddress.getByAddress(bytes).getHostAddress();
        } catch (UnknownHostException e) {
            return address;
        }
    }
}
