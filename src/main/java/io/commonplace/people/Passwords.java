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
 * Hashes passwords slowly, as OWASP advises for PBKDF2.
 *
 * @see <a href="https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html">OWASP: Password storage</a>
 */
@ApplicationScoped
class Passwords {
    static final int SHORTEST = 12;

    /** Hashing reads all of it, so that nobody may send a megabyte. */
    private static final int LONGEST = 1000;

    @Inject
    private Pbkdf2PasswordHash hash;

    @Inject
    private GuessablePasswords guessable;

    /** Only for tests, in which hundreds of people sign in: hashed as quickly as the library allows. */
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

    /** @throws Refusal if the password of that person is too short, too long or easy to guess */
    String hash(String password, String name, String displayName) {
        if (password.length() < SHORTEST || password.length() > LONGEST) {
            throw new Refusal("people.password.length", SHORTEST, LONGEST);
        }
        guessable.refuse(password, name, displayName);
        return hash.generate(password.toCharArray());
    }

    /** @param known the hash, or null for a name that nobody has, which takes as long to find wrong */
    boolean isRight(String password, @Nullable String known) {
        if (password.length() > LONGEST) {
            return false;
        }
        boolean matches = hash.verify(password.toCharArray(), known == null ? decoy : known);
        return matches && known != null;
    }

    /** A short name for a hash, safe to keep in a session. */
    static String fingerprint(String passwordHash) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(passwordHash.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
