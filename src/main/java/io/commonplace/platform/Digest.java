package io.commonplace.platform;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** Short names for long texts: the first 128 bits of their SHA-256, so no two texts that anybody writes share one. */
public final class Digest {
    private static final int CHARACTERS = 22;

    private Digest() {}

    /** @return {@value #CHARACTERS} characters of Base64 for URLs (RFC 4648, section 5) */
    public static String of(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash).substring(0, CHARACTERS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
