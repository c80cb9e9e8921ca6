package io.commonplace.people;

import io.commonplace.cluster.Throttle;
import io.commonplace.platform.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.function.Supplier;

/** Bounds how often a password can be guessed, over all clones. Without the grid nobody can sign in. */
@ApplicationScoped
class Guesses {
    private static final Duration WINDOW = Duration.ofMinutes(5);
    private static final int PER_NAME = 5;

    /** Many people may sit behind one address. */
    private static final int PER_ADDRESS = 50;

    @Inject
    private Throttle throttle;

    /** @throws TooManyGuesses if one more is too many */
    void requireLeft(String name, String address) {
        if (orUnavailable(() -> throttle.counted(byName(name))) >= PER_NAME
                || orUnavailable(() -> throttle.counted(byAddress(address))) >= PER_ADDRESS) {
            throw new TooManyGuesses("signIn.tooMany", WINDOW.toMinutes());
        }
    }

    void wrong(String name, String address) {
        orUnavailable(() -> throttle.count(byName(name), WINDOW) + throttle.count(byAddress(address), WINDOW));
    }

    /** Forgets the guesses at a name, but not those from an address: its next guess may be at another name. */
    void right(String name) {
        orUnavailable(() -> {
            throttle.reset(byName(name));
            return 0;
        });
    }

    private static int orUnavailable(Supplier<Integer> counting) {
        try {
            return counting.get();
        } catch (RuntimeException e) {
            Refusal refusal = new Refusal("signIn.unavailable");
            refusal.initCause(e);
            throw refusal;
        }
    }

    private static String byName(String name) {
        return "guess of " + name;
    }

    private static String byAddress(String address) {
        return "guess from " + address;
    }
}
