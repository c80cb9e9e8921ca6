package io.commonplace.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.commonplace.platform.Refusal;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "a", "Ada", "ada l", "-ada", "ada@example.org", "a\nda", "añe"})
    void aNameThatIsHardToTypeIsRefused(String name) {
        assertThatThrownBy(() -> person(name, "Ada"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo("people.name.form"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada", "ada.l", "a-1", "0x", " ada "})
    void aPlainNameIsAccepted(String name) {
        assertThat(person(name, "Ada").name()).isEqualTo(name.strip());
    }

    @Test
    void aDisplayNameMayNotBeEmptyOrTooLong() {
        assertThatThrownBy(() -> person("ada", "  ")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> person("ada", "a".repeat(121))).isInstanceOf(Refusal.class);
        assertThat(person("ada", " Ada Lindqvist ").displayName()).isEqualTo("Ada Lindqvist");
    }

    @Test
    void aNewPasswordHasANewFingerprint() {
        Person person = person("ada", "Ada");
        String before = new CachedPerson(person, Set.of()).fingerprint();
        assertThat(new CachedPerson(person, Set.of()).fingerprint()).isEqualTo(before);
        person.changePassword("another hash");
        assertThat(new CachedPerson(person, Set.of()).fingerprint()).isNotEqualTo(before);
    }

    @Test
    void builtInGroupsCannotBeChanged() {
        assertThatThrownBy(() -> new PeopleGroup(PeopleGroup.ADMINISTRATORS, "a").requireRemovable())
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> new PeopleGroup(PeopleGroup.EVERYONE, "e").requireRemovable())
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> new PeopleGroup(PeopleGroup.EVERYONE, "e").requireListedMembers())
                .isInstanceOf(Refusal.class);
    }

    @Test
    void aPasswordChangeEndsTheDutyToChangeIt() {
        Person person = person("ada", "Ada");
        assertThat(person.mustChangePassword()).isFalse();

        person.requirePasswordChange();
        assertThat(person.mustChangePassword()).isTrue();

        person.changePassword("another hash");
        assertThat(person.mustChangePassword()).isFalse();
    }

    private static Person person(String name, String displayName) {
        return new Person(1, new NewPerson(name, displayName, ""), "hash", Instant.EPOCH);
    }
}
