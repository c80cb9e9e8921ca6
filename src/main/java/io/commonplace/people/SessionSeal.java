package io.commonplace.people;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts a session's values with AES-GCM. The session's key is the associated data, so that a value can't be moved to
 * another session. Identifiers are signed, so that an invented one is refused without a lookup.
 */
final class SessionSeal {
    private static final int KEY_LENGTH = 32;
    private static final int RANDOM_LENGTH = 32;
    private static final int SIGNATURE_LENGTH = 16;
    private static final int NONCE_LENGTH = 12;
    private static final int TAG_BITS = 128;
    private static final byte FORMAT = 1;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKeySpec values;
    private final SecretKeySpec identifiers;

    /** @param secret at least 32 random bytes, known to all clones and to nobody else */
    SessionSeal(byte[] secret) {
        if (secret.length < KEY_LENGTH) {
            throw new IllegalArgumentException("The session key has fewer than " + KEY_LENGTH + " bytes");
        }
        values = new SecretKeySpec(sign(new SecretKeySpec(secret, "HmacSHA256"), bytes("values")), "AES");
        identifiers =
                new SecretKeySpec(sign(new SecretKeySpec(secret, "HmacSHA256"), bytes("identifiers")), "HmacSHA256");
    }

    /** A new identifier: 256 random bits and their signature, for a cookie. */
    String newId() {
        byte[] random = random(RANDOM_LENGTH);
        byte[] id = Arrays.copyOf(random, RANDOM_LENGTH + SIGNATURE_LENGTH);
        System.arraycopy(sign(identifiers, random), 0, id, RANDOM_LENGTH, SIGNATURE_LENGTH);
        return text(id);
    }

    /**
     * The key under which the grid and the database store the session; empty if {@link #newId} has not created the
     * identifier.
     */
    Optional<String> key(String id) {
        byte[] given;
        try {
            given = Base64.getUrlDecoder().decode(id);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (given.length != RANDOM_LENGTH + SIGNATURE_LENGTH) {
            return Optional.empty();
        }
        byte[] expected = Arrays.copyOf(sign(identifiers, Arrays.copyOf(given, RANDOM_LENGTH)), SIGNATURE_LENGTH);
        byte[] signature = Arrays.copyOfRange(given, RANDOM_LENGTH, given.length);
        return MessageDigest.isEqual(expected, signature) ? Optional.of(text(hash(given))) : Optional.empty();
    }

    byte[] seal(String key, Map<String, String> content) {
        byte[] nonce = random(NONCE_LENGTH);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, key, nonce).doFinal(write(content));
            return ByteBuffer.allocate(1 + NONCE_LENGTH + sealed.length)
                    .put(FORMAT)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has AES-GCM", e);
        }
    }

    /** Empty if the values were not encrypted for this key. */
    Optional<TreeMap<String, String>> open(String key, byte[] sealed) {
        if (sealed.length <= 1 + NONCE_LENGTH || sealed[0] != FORMAT) {
            return Optional.empty();
        }
        byte[] nonce = Arrays.copyOfRange(sealed, 1, 1 + NONCE_LENGTH);
        try {
            byte[] content = cipher(Cipher.DECRYPT_MODE, key, nonce)
                    .doFinal(sealed, 1 + NONCE_LENGTH, sealed.length - 1 - NONCE_LENGTH);
            return Optional.of(read(content));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    private Cipher cipher(int mode, String key, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, values, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(bytes(key));
        return cipher;
    }

    private static byte[] write(Map<String, String> content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(content.size());
            for (Map.Entry<String, String> entry : content.entrySet()) {
                write(out, entry.getKey());
                write(out, entry.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(DataOutputStream out, String text) throws IOException {
        byte[] encoded = bytes(text);
        out.writeInt(encoded.length);
        out.write(encoded);
    }

    private static TreeMap<String, String> read(byte[] content) {
        TreeMap<String, String> read = new TreeMap<>();
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(content))) {
            int size = in.readInt();
            for (int i = 0; i < size; i++) {
                read.put(readText(in), readText(in));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return read;
    }

    private static String readText(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }

    private static byte[] sign(SecretKeySpec key, byte[] data) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(data);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HMAC with SHA-256", e);
        }
    }

    private static byte[] hash(byte[] data) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(data);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private static byte[] random(int length) {
        byte[] random = new byte[length];
        RANDOM.nextBytes(random);
        return random;
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
