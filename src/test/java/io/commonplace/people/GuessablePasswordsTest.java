package io.commonplace.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.commonplace.platform.Refusal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuessablePasswordsTest {
    private final GuessablePasswords passwords = new GuessablePasswords();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password1234",
                "PASSWORD1234",
                "Password2026!!",
                "passwordpassword",
                "iloveyou1234",
                "letmeinletmein",
                "administrator",
                "123456789012",
                "aaaaaaaaaaaa",
                "abcdefghijkl",
                "1q2w3e4r5t6y",
                "qwertyuiopas"
            })
    void commonPasswordsAreRefused(String password) {
        assertThatThrownBy(() -> refuse(password))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo("people.password.guessable"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada.lindqvist",
                "ada.lindqvist1",
                "AdaLindqvist2026",
                "lindqvistlindqvist",
                "commonplace1",
                "commonplacecommonplace"
            })
    void namesOfThePersonAndTheSiteAreRefused(String password) {
        assertThatThrownBy(() -> refuse(password)).isInstanceOf(Refusal.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "i love my dog",
                "blue whale song",
                "zufriedenheit",
                "x7Kq92mLpQ0z",
                "correct horse battery staple"
            })
    void noCharacterClassIsRequired(String password) {
        assertThatCode(() -> refuse(password)).doesNotThrowAnyException();
    }

    @Test
    @Timeout(10)
    void aLongPasswordIsEstimatedQuickly() {
        String password = new Random(1)
                .ints(1000, '!', '~')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();

        assertThatCode(() -> refuse(password)).doesNotThrowAnyException();
    }

    private void refuse(String password) {
        passwords.refuse(password, "ada.lindqvist", "Ada Lindqvist");
    }
}
