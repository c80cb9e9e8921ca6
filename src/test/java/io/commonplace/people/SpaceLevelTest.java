package io.commonplace.people;

import static io.commonplace.people.SpaceLevel.ADMINISTER;
import static io.commonplace.people.SpaceLevel.EDIT;
import static io.commonplace.people.SpaceLevel.VIEW;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SpaceLevelTest {
    @Test
    void eachLevelContainsItself() {
        assertThat(SpaceLevel.values()).allMatch(level -> level.contains(level));
    }

    @Test
    void eachLevelContainsThoseBeforeIt() {
        assertThat(EDIT.contains(VIEW)).isTrue();
        assertThat(ADMINISTER.contains(VIEW)).isTrue();
        assertThat(ADMINISTER.contains(EDIT)).isTrue();
    }

    @Test
    void noLevelContainsThoseAfterIt() {
        assertThat(VIEW.contains(EDIT)).isFalse();
        assertThat(VIEW.contains(ADMINISTER)).isFalse();
        assertThat(EDIT.contains(ADMINISTER)).isFalse();
    }
}
