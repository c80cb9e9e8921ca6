package io.commonplace.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DraftTest {
    private static final Draft DRAFT = new Draft(
            new PageText("Title", "Some *text*\n", "Why"),
            4,
            "an-editor",
            Instant.parse("2026-11-25T14:05:00.123456Z"));

    @Test
    void aDraftRoundTripsThroughItsStrings() {
        assertThat(Draft.of(DRAFT.values())).isEqualTo(DRAFT);
    }

    @Test
    void stringsOfAnotherVersionAreReadAsFarAsKnown() {
        Draft draft = Draft.of(Map.of("markdown", "Text", "something", "new"));

        assertThat(draft.text().markdown()).isEqualTo("Text");
        assertThat(draft.base()).isZero();
    }

    @Test
    void aDraftWithThePagesTextIsLikeIt() {
        assertThat(DRAFT.isLike(" Title ", "Some *text*\n")).isTrue();
        assertThat(DRAFT.isLike("Title", "Some text\n")).isFalse();
        assertThat(DRAFT.isLike("Another", "Some *text*\n")).isFalse();
    }
}
