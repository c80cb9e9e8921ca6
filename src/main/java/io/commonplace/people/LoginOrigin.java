package io.commonplace.people;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * Where a sign-in comes from.
 *
 * @param address the client's IP address, as the load balancer saw it
 * @param device the value of {@link SignIn#deviceToken} that this browser sent; empty if it sent none
 */
public record LoginOrigin(String address, String device) {
    private static final int NETWORK_BYTES = 8;

    /**
     * The address itself for IPv4, the /64 prefix for IPv6, because one subscriber usually has a whole /64. An IPv4-mapped
     * IPv6 address counts as IPv4.
     */
    String network() {
        if (!address.contains(":")) {
            return address;
        }
        try {
            // An address with a colon is not a host name, so this call makes no DNS lookup.
            byte[] bytes = InetAddress.getByName(address).getAddress();
            Arrays.fill(bytes, Math.min(NETWORK_BYTES, bytes.length), bytes.length, (byte) 0);
            return InetAddress.getByAddress(bytes).getHostAddress();
        } catch (UnknownHostException e) {
            return address;
        }
    }
}
