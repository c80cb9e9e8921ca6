package io.commonplace.people;

import com.nulabinc.zxcvbn.Zxcvbn;
import io.commonplace.platform.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Refuses passwords that an attacker tries first: common ones, the person's own names, keyboard rows, repetitions, and
 * variants of these with a year or a capital letter. There is no rule about character classes.
 *
 * @see <a href="https://www.usenix.org/conference/usenixsecurity16/technical-sessions/presentation/wheeler">zxcvbn:
 *     Low-Budget Password Strength Estimation</a>
 */
@ApplicationScoped
class GuessablePasswords {
    /** More guesses than the rate limits of {@link LoginAttempts} allow in a lifetime. */
    private static final double MIN_GUESSES = 1e9;

    /** Characters. More of them make no password weaker, and estimating a long password takes seconds. */
    private static final int MAX_ESTIMATED_LENGTH = 64;

    private static final String SITE_NAME = "commonplace";

    private final Zxcvbn estimator = new Zxcvbn();

    /**
     * @param name the user name, which the person types to sign in
     * @throws Refusal if the password is easy to guess
     */
    void refuse(String password, String name, String displayName) {
        String prefix = password.substring(0, Math.min(password.length(), MAX_ESTIMATED_LENGTH));
        if (estimator.measure(prefix, ownWords(name, displayName)).getGuesses() < MIN_GUESSES) {
            throw new Refusal("people.password.guessable");
        }
    }

    private static List<String> ownWords(String name, String displayName) {
        String all = (name + ' ' + displayName).toLowerCase(Locale.ROOT);
        return Stream.concat(
                        Stream.of(SITE_NAME, name, displayName, displayName.replace(" ", "")),
                        Arrays.stream(all.split("[\\s._-]+", -1)))
                .filter(word -> word.length() > 1)
                .distinct()
                .toList();
    }
}
