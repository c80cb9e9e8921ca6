package io.commonplace.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.commonplace.cluster.RateLimits;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs without a grid, like a clone that has lost it. */
class LoginAttemptsTest {
    private static final LoginOrigin STRANGER = at("192.0.2.66");
    private static final LoginOrigin HOME = at("192.0.2.1");

    private final LoginAttempts attempts = new LoginAttempts();

    @BeforeEach
    void count() {
        attempts.limits = new RateLimits();
    }

    @Test
    void guessesSlowDownOnlyOneNameAtOneAddress() {
        guess("ada", STRANGER, 5);

        assertThatThrownBy(() -> attempts.requireAllowed("ada", STRANGER, false))
                .asInstanceOf(type(TooManyAttempts.class))
                .satisfies(refusal -> assertThat(refusal.seconds()).isBetween(1, 5));
        assertThatCode(() -> attempts.requireAllowed("ada", HOME, false)).doesNotThrowAnyException();
        assertThatCode(() -> attempts.requireAllowed("eve", STRANGER, false)).doesNotThrowAnyException();
    }

    @Test
    void aKnownDeviceIsNotSlowedDownByOthersAtItsAddress() {
        guess("ada", HOME, 60);
        LoginOrigin device = new LoginOrigin(HOME.address(), "token");

        assertThatCode(() -> attempts.requireAllowed("ada", device, true)).doesNotThrowAnyException();
        for (int i = 0; i < 5; i++) {
            attempts.recordFailure("ada", device, true);
        }
        assertThatThrownBy(() -> attempts.requireAllowed("ada", device, true)).isInstanceOf(TooManyAttempts.class);
    }

    @Test
    void guessesAtManyNamesFromOneAddressAreSlowedDown() {
        for (int i = 0; i < 50; i++) {
            guess("name-" + i, STRANGER, 1);
        }

        assertThatThrownBy(() -> attempts.requireAllowed("another", STRANGER, false))
                .isInstanceOf(TooManyAttempts.class);
    }

    @Test
    void guessesAtOneNameFromManyAddressesAreSlowedDown() {
        for (int i = 0; i < 100; i++) {
            guess("ada", at("192.0.2." + i), 1);
        }

        assertThatThrownBy(() -> attempts.requireAllowed("ada", at("198.51.100.1"), false))
                .isInstanceOf(TooManyAttempts.class);
    }

    @Test
    void theRightPasswordClearsTheCount() {
        guess("ada", HOME, 5);

        attempts.recordSuccess("ada", HOME, false);

        assertThatCode(() -> attempts.requireAllowed("ada", HOME, false)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, 192.0.2.1",
        "2001:db8:1:2:3:4:5:6, 2001:db8:1:2:0:0:0:0",
        "2001:db8:1:2::9, 2001:db8:1:2:0:0:0:0",
        "2001:db8::1:2:3:4:5, 2001:db8:0:1:0:0:0:0",
        "::1, 0:0:0:0:0:0:0:0",
        "::ffff:192.0.2.1, 192.0.2.1",
        "no:address, no:address"
    })
    void anIpv6AddressCountsAsItsNetwork(String address, String network) {
        assertThat(at(address).network()).isEqualTo(network);
    }

    @Test
    void aDeviceTokenIsBoundToOnePersonAndOnePassword() {
        Person ada = person("ada");
        String token = DeviceToken.create(ada);

        assertThat(DeviceToken.belongsTo(ada, token)).isTrue();
        assertThat(DeviceToken.belongsTo(person("eve"), token)).isFalse();
        assertThat(DeviceToken.belongsTo(ada, "x" + token)).isFalse();
        assertThat(DeviceToken.belongsTo(ada, "")).isFalse();
        ada.changePassword("another hash");
        assertThat(DeviceToken.belongsTo(ada, token)).isFalse();
    }

    private void guess(String name, LoginOrigin from, int times) {
        for (int i = 0; i < times; i++) {
            attempts.recordFailure(name, from, false);
        }
    }

    private static LoginOrigin at(String address) {
        return new LoginOrigin(address, "");
    }

    private static Person person(String name) {
        return new Person(1, new NewPerson(name, name, "a long password"), "a hash", Instant.EPOCH);
    }
}
