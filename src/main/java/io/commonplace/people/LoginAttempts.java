package io.commonplace.people;

import io.commonplace.cluster.RateLimit;
import io.commonplace.cluster.RateLimit.Pace;
import io.commonplace.cluster.RateLimits;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * Slows down the guessing of passwords, over all clones, without locking anybody out. What a stranger does at one address
 * never slows the right person at another, and a device that has signed in before has a limit of its own.
 *
 * @see <a href="https://owasp.org/www-community/Slow_Down_Online_Guessing_Attacks_with_Device_Cookies">OWASP: Device cookies</a>
 */
@ApplicationScoped
class LoginAttempts {
    private static final Pace FIRST = new Pace(5, Duration.ofSeconds(5));
    private static final Pace LATER = new Pace(20, Duration.ofSeconds(30));

    private static final RateLimit NAME_AT_ADDRESS = RateLimit.of("sign-in at an address", FIRST, LATER);
    private static final RateLimit DEVICE = RateLimit.of("sign-in by a device", FIRST, LATER);

    /** Many people may sit behind one address. */
    private static final RateLimit ADDRESS =
            RateLimit.of("sign-in from an address", new Pace(50, Duration.ofSeconds(6)));

    /** Guesses at one name from many addresses: fifteen of them, each at its slowest pace, use this up. */
    private static final RateLimit NAME = RateLimit.of("sign-in as somebody", new Pace(100, Duration.ofSeconds(2)));

    @Inject
    RateLimits limits;

    /** @throws TooManyAttempts if one more has to wait */
    void requireLeft(String name, LoginOrigin origin, boolean deviceKnown) {
        Stream<Duration> waits = deviceKnown
                ? Stream.of(limits.untilNext(DEVICE, byDevice(name, origin)))
                : Stream.of(
                        limits.untilNext(NAME_AT_ADDRESS, byBoth(name, origin)),
                        limits.untilNext(ADDRESS, origin.network()),
                        limits.untilNext(NAME, name));
        waits.filter(wait -> !wait.isZero()).max(Duration::compareTo).ifPresent(wait -> {
            throw new TooManyAttempts(wait);
        });
    }

    void wrong(String name, LoginOrigin origin, boolean deviceKnown) {
        if (deviceKnown) {
            limits.take(DEVICE, byDevice(name, origin));
        } else {
            limits.take(NAME_AT_ADDRESS, byBoth(name, origin));
            limits.take(ADDRESS, origin.network());
            limits.take(NAME, name);
        }
    }

    /** Forgets the wrong ones of whoever it was, but not those of an address: its next one may be for another name. */
    void right(String name, LoginOrigin origin, boolean deviceKnown) {
        if (deviceKnown) {
            limits.reset(DEVICE, byDevice(name, origin));
        } else {
            limits.reset(NAME_AT_ADDRESS, byBoth(name, origin));
        }
    }

    private static String byBoth(String name, LoginOrigin origin) {
        return name + ' ' + origin.network();
    }

    private static String byDevice(String name, LoginOrigin origin) {
        return name + ' ' + origin.device();
    }
}
