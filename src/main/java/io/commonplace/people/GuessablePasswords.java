package io.commonplace.people;

import com.nulabinc.zxcvbn.Zxcvbn;
import io.commonplace.platform.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Refuses passwords that are among the first to be tried: common ones, the person's own names, rows of keys, repeated
 * pieces, and what is made of these by a year or a capital. There is no rule about which characters a password has.
 *
 * @see <a href="https://www.usenix.org/conference/usenixsecurity16/technical-sessions/presentation/wheeler">zxcvbn: Low-Budget
 *     Password Strength Estimation</a>
 */
@ApplicationScoped
class GuessablePasswords {
    /** More than anybody can try here in a person's life. */
    private static final double ENOUGH_GUESSES = 1e9;

    /** What comes after that many characters makes no password easier, and estimating a long one takes seconds. */
    private static final int LOOKED_AT = 64;

    private static final String SITE = "commonplace";

    private final Zxcvbn estimate = new Zxcvbn();

    /**
     * @param name what the person types to sign in
     * @throws Refusal if it is easy to guess
     */
    void refuse(String password, String name, String displayName) {
        String looked = password.substring(0, Math.min(password.length(), LOOKED_AT));
        if (estimate.measure(looked, ownWords(name, displayName)).getGuesses() < ENOUGH_GUESSES) {
            throw new Refusal("people.password.guessable");
        }
    }

    private static List<String> ownWords(String name, String displayName) {
        String all = (name + ' ' + displayName).toLowerCase(Locale.ROOT);
        return Stream.concat(
                        Stream.of(SITE, name, displayName, displayName.replace(" ", "")),
                        Arrays.stream(all.split("[\\s._-]+", -1)))
                .filter(word -> word.length() > 1)
                .distinct()
                .toList();
    }
}
