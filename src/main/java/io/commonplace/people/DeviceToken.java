package io.commonplace.people;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The token of a browser that has signed a person in: a random number, signed with the person's password hash. All clones
 * know that hash and nobody else does. It differs for each person, and a new password invalidates all tokens of that person.
 */
final class DeviceToken {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private DeviceToken() {}

    static String create(Person person) {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        String number = encode(bytes);
        return number + '.' + sign(person, number);
    }

    static boolean belongsTo(Person person, String token) {
        int dot = token.indexOf('.');
        return dot > 0
                && MessageDigest.isEqual(
                        sign(person, token.substring(0, dot)).getBytes(StandardCharsets.UTF_8),
                        token.substring(dot + 1).getBytes(StandardCharsets.UTF_8));
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
