package io.commonplace.people;

import io.commonplace.platform.Refusal;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Hashes passwords with PBKDF2 and the work factor that OWASP recommends.
 *
 * @see <a href="https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html">OWASP: Password
 *     storage</a>
 */
@ApplicationScoped
class Passwords {
    static final int MIN_LENGTH = 12;

    /** Characters. Bounds the cost of hashing, which reads the whole password. */
    private static final int MAX_LENGTH = 1000;

    @Inject
    private Pbkdf2PasswordHash hash;

    @Inject
    private GuessablePasswords guessable;

    /** Uses the fewest iterations that the library allows. Only for tests, in which hundreds of people sign in. */
    @Inject
    @ConfigProperty(name = "commonplace.unsafe.passwords", defaultValue = "false")
    private boolean unsafe;

    private String decoy = "";

    @PostConstruct
    void configure() {
        hash.initialize(Map.of(
                "Pbkdf2PasswordHash.Algorithm", "PBKDF2WithHmacSHA512",
                "Pbkdf2PasswordHash.Iterations", unsafe ? "1024" : "210000",
                "Pbkdf2PasswordHash.SaltSizeBytes", "32",
                "Pbkdf2PasswordHash.KeySizeBytes", "64"));
        decoy = hash.generate(UUID.randomUUID().toString().toCharArray());
    }

    /** @throws Refusal if the password is too short, too long or easy to guess */
    String hash(String password, String name, String displayName) {
        if (password.length() < MIN_LENGTH || password.length() > MAX_LENGTH) {
            throw new Refusal("people.password.length", MIN_LENGTH, MAX_LENGTH);
        }
        guessable.refuse(password, name, displayName);
        return hash.generate(password.toCharArray());
    }

    /** @param known the stored hash, or null if there is no such person; the check then takes equally long */
    boolean matches(String password, @Nullable String known) {
        if (password.length() > MAX_LENGTH) {
            return false;
        }
        boolean verified = hash.verify(password.toCharArray(), known == null ? decoy : known);
        return verified && known != null;
    }

    /** The first 8 bytes of the SHA-256 of the hash, in hex. Safe to store in a session. */
    static String fingerprint(String passwordHash) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(passwordHash.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
