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

/** Without a grid, as on a clone that has lost it. */
class LoginAttemptsTest {
    private static final LoginOrigin STRANGER = at("192.0.2.66");
    private static final LoginOrigin HOME = at("192.0.2.1");

    private final LoginAttempts attempts = new LoginAttempts();

    @BeforeEach
    void count() {
        attempts.limits = new RateLimits();
    }

    @Test
    void whoGuessesWaitsSecondsAndNobodyElsewhereDoes() {
        guess("ada", STRANGER, 5);

        assertThatThrownBy(() -> attempts.requireLeft("ada", STRANGER, false))
                .asInstanceOf(type(TooManyAttempts.class))
                .satisfies(refusal -> assertThat(refusal.seconds()).isBetween(1, 5));
        assertThatCode(() -> attempts.requireLeft("ada", HOME, false)).doesNotThrowAnyException();
        assertThatCode(() -> attempts.requireLeft("eve", STRANGER, false)).doesNotThrowAnyException();
    }

    @Test
    void aDeviceThatIsKnownDoesntWaitForStrangersAtItsAddress() {
        guess("ada", HOME, 60);
        LoginOrigin device = new LoginOrigin(HOME.address(), "mark");

        assertThatCode(() -> attempts.requireLeft("ada", device, true)).doesNotThrowAnyException();
        for (int i = 0; i < 5; i++) {
            attempts.wrong("ada", device, true);
        }
        assertThatThrownBy(() -> attempts.requireLeft("ada", device, true)).isInstanceOf(TooManyAttempts.class);
    }

    @Test
    void guessesAtManyNamesFromOneAddressAreSlowedDown() {
        for (int i = 0; i < 50; i++) {
            guess("name-" + i, STRANGER, 1);
        }

        assertThatThrownBy(() -> attempts.requireLeft("another", STRANGER, false))
                .isInstanceOf(TooManyAttempts.class);
    }

    @Test
    void guessesAtOneNameFromManyAddressesAreSlowedDown() {
        for (int i = 0; i < 100; i++) {
            guess("ada", at("192.0.2." + i), 1);
        }

        assertThatThrownBy(() -> attempts.requireLeft("ada", at("198.51.100.1"), false))
                .isInstanceOf(TooManyAttempts.class);
    }

    @Test
    void theRightPasswordClearsTheCount() {
        guess("ada", HOME, 5);

        attempts.right("ada", HOME, false);

        assertThatCode(() -> attempts.requireLeft("ada", HOME, false)).doesNotThrowAnyException();
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
    void addressesOfOneNetworkAreOne(String address, String network) {
        assertThat(at(address).network()).isEqualTo(network);
    }

    @Test
    void aDevicesMarkIsOfOnePersonAndOnePassword() {
        Person ada = person("ada");
        String mark = DeviceToken.make(ada);

        assertThat(DeviceToken.isOf(ada, mark)).isTrue();
        assertThat(DeviceToken.isOf(person("eve"), mark)).isFalse();
        assertThat(DeviceToken.isOf(ada, "x" + mark)).isFalse();
        assertThat(DeviceToken.isOf(ada, "")).isFalse();
        ada.changePassword("another hash");
        assertThat(DeviceToken.isOf(ada, mark)).isFalse();
    }

    private void guess(String name, LoginOrigin from, int times) {
        for (int i = 0; i < times; i++) {
            attempts.wrong(name, from, false);
        }
    }

    private static LoginOrigin at(String address) {
        return new LoginOrigin(address, "");
    }

    private static Person person(String name) {
        return new Person(1, new NewPerson(name, name, "a long password"), "a hash", Instant.EPOCH);
    }
}
