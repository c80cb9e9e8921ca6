package io.commonplace.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What an attacker can do who can read, or write, the entries in the grid and the database. */
class SessionSealTest {
    private static final Map<String, String> VALUES = Map.of("person", "1", "name", "Zoë", "empty", "");

    private final SessionSeal seal = new SessionSeal(secret(1));
    private final String key = seal.key(seal.newId()).orElseThrow();

    @Test
    void sealedValuesOpenUnderTheirOwnKey() {
        assertThat(seal.open(key, seal.seal(key, VALUES))).hasValue(new java.util.TreeMap<>(VALUES));
    }

    @Test
    void anotherCloneWithTheSameSecretOpensThem() {
        assertThat(new SessionSeal(secret(1)).open(key, seal.seal(key, VALUES))).isPresent();
    }

    @Test
    void valuesUnderAnotherSessionsKeyAreRefused() {
        String other = seal.key(seal.newId()).orElseThrow();
        assertThat(seal.open(other, seal.seal(key, VALUES))).isEmpty();
    }

    @Test
    void aChangeOfAnyByteIsRefused() {
        byte[] sealed = seal.seal(key, VALUES);
        for (int i = 0; i < sealed.length; i++) {
            byte[] altered = sealed.clone();
            altered[i] ^= 1;
            assertThat(seal.open(key, altered)).as("byte " + i).isEmpty();
        }
    }

    @Test
    void valuesSealedWithAnotherSecretAreRefused() {
        assertThat(seal.open(key, new SessionSeal(secret(2)).seal(key, VALUES))).isEmpty();
    }

    @Test
    void bytesThatWereNeverSealedAreRefused() {
        assertThat(seal.open(key, new byte[0])).isEmpty();
        assertThat(seal.open(key, new byte[] {1})).isEmpty();
        assertThat(seal.open(key, "person=1".repeat(20).getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
    }

    @Test
    void sealedValuesAreNotReadable() {
        String sealed = new String(seal.seal(key, Map.of("person", "somebody-known")), StandardCharsets.ISO_8859_1);
        assertThat(sealed).doesNotContain("person").doesNotContain("somebody");
    }

    @Test
    void anInventedIdentifierHasNoKey() {
        String id = seal.newId();
        char last = id.charAt(id.length() - 1);
        assertThat(seal.key(id)).isPresent();
        assertThat(seal.key(id.substring(0, id.length() - 1) + (last == 'A' ? 'B' : 'A')))
                .isEmpty();
        assertThat(seal.key(new SessionSeal(secret(2)).newId())).isEmpty();
        assertThat(seal.key("")).isEmpty();
        assertThat(seal.key("no base64 at all!")).isEmpty();
        assertThat(seal.key("a".repeat(4000))).isEmpty();
    }

    @Test
    void theKeyDoesNotRevealTheIdentifier() {
        String id = seal.newId();
        assertThat(seal.key(id).orElseThrow()).isNotEqualTo(id).hasSize(43);
    }

    @Test
    void aShortSecretIsRefused() {
        assertThatThrownBy(() -> new SessionSeal(new byte[16])).isInstanceOf(IllegalArgumentException.class);
    }

    private static byte[] secret(int first) {
        byte[] secret = new byte[32];
        secret[0] = (byte) first;
        return secret;
    }
}
