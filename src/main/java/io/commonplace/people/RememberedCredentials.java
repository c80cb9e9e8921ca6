package io.commonplace.people;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Caches credentials that were verified in the last minutes, in this clone's memory only. The HMAC key of the entries exists
 * only in this process.
 */
@ApplicationScoped
class RememberedCredentials {
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key = newKey();

    private final Cache<String, SignIn.Proof> proofs = Caffeine.newBuilder()
            .maximumSize(1_000)
            .expireAfterWrite(Duration.ofMinutes(5))
            .build();

    Optional<SignIn.Proof> find(String name, String password) {
        return Optional.ofNullable(proofs.getIfPresent(sign(name, password)));
    }

    void store(String name, String password, SignIn.Proof proof) {
        proofs.put(sign(name, password), proof);
    }

    private String sign(String name, String password) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(name.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return HexFormat.of().formatHex(mac.doFinal(password.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, e);
        }
    }

    private static SecretKeySpec newKey() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return new SecretKeySpec(bytes, ALGORITHM);
    }
}
