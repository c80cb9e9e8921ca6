package io.commonplace.people;

import io.commonplace.cluster.RateLimit;
import io.commonplace.cluster.RateLimit.Pace;
import io.commonplace.cluster.RateLimits;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * Limits password guessing in the whole cluster without locking anybody out. Guesses from one address never slow the owner
 * of the account at another address, and a device that has signed in before has its own limit.
 *
 * @see <a href="https://owasp.org/www-community/Slow_Down_Online_Guessing_Attacks_with_Device_Cookies">OWASP: Device
 *     cookies</a>
 */
@ApplicationScoped
class LoginAttempts {
    private static final Pace FIRST = new Pace(5, Duration.ofSeconds(5));
    private static final Pace LATER = new Pace(20, Duration.ofSeconds(30));

    private static final RateLimit NAME_AT_ADDRESS = RateLimit.of("sign-in at an address", FIRST, LATER);
    private static final RateLimit DEVICE = RateLimit.of("sign-in by a device", FIRST, LATER);

    /** Higher than the other limits, because many people can share one address. */
    private static final RateLimit ADDRESS =
            RateLimit.of("sign-in from an address", new Pace(50, Duration.ofSeconds(6)));

    /** Guesses at one name from many addresses: fifteen addresses at their slowest pace use it up. */
    private static final RateLimit NAME = RateLimit.of("sign-in as somebody", new Pace(100, Duration.ofSeconds(2)));

    @Inject
    RateLimits limits;

    /** @throws TooManyAttempts if the next attempt has to wait */
    void requireAllowed(String name, LoginOrigin origin, boolean deviceKnown) {
        Stream<Duration> waits = deviceKnown
                ? Stream.of(limits.untilNext(DEVICE, nameAndDevice(name, origin)))
                : Stream.of(
                        limits.untilNext(NAME_AT_ADDRESS, nameAndAddress(name, origin)),
                        limits.untilNext(ADDRESS, origin.network()),
                        limits.untilNext(NAME, name));
        waits.filter(wait -> !wait.isZero()).max(Duration::compareTo).ifPresent(wait -> {
            throw new TooManyAttempts(wait);
        });
    }

    void recordFailure(String name, LoginOrigin origin, boolean deviceKnown) {
        if (deviceKnown) {
            limits.take(DEVICE, nameAndDevice(name, origin));
        } else {
            limits.take(NAME_AT_ADDRESS, nameAndAddress(name, origin));
            limits.take(ADDRESS, origin.network());
            limits.take(NAME, name);
        }
    }

    /**
     * Resets the count of this device, or of this name at this address. The count of the address stays, because its next
     * guess may be at another name.
     */
    void recordSuccess(String name, LoginOrigin origin, boolean deviceKnown) {
        if (deviceKnown) {
            limits.reset(DEVICE, nameAndDevice(name, origin));
        } else {
            limits.reset(NAME_AT_ADDRESS, nameAndAddress(name, origin));
        }
    }

    private static String nameAndAddress(String name, LoginOrigin origin) {
        return name + ' ' + origin.network();
    }

    private static String nameAndDevice(String name, LoginOrigin origin) {
        return name + ' ' + origin.device();
    }
}
