package io.commonplace.people;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a browser keeps that has signed a person in: a random number, signed with the hash of the person's password. That
 * is a secret which all clones know and nobody else does, it is another one for each person, and with another password
 * all marks of the person end.
 */
final class DeviceToken {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private DeviceToken() {}

    static String make(Person person) {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        String number = encode(bytes);
        return number + '.' + sign(person, number);
    }

    static boolean isOf(Person person, String mark) {
        int dot = mark.indexOf('.');
        return dot > 0
                && MessageDigest.isEqual(
                        sign(person, mark.substring(0, dot)).getBytes(StandardCharsets.UTF_8),
                        mark.substring(dot + 1).getBytes(StandardCharsets.UTF_8));
    }

    private static String sign(Person person, String number) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(person.passwordHash().getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return encode(mac.doFinal(("device of " + person.name() + ' ' + number).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, e);
        }
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
