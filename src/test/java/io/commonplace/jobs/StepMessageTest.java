package io.commonplace.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StepMessageTest {
    /** A worker of another version reads these very characters. */
    @Test
    void theFormOnTheQueueStays() {
        assertThat(new StepMessage(42, null)).hasToString("42");
        assertThat(new StepMessage(42, "0-1-7")).hasToString("42 0-1-7");
    }

    @Test
    void whatWasWrittenIsRead() {
        StepMessage message = new StepMessage(42, "0-1-7");
        assertThat(StepMessage.parse(message.toString())).isEqualTo(message);
        assertThat(StepMessage.parse("42")).isEqualTo(new StepMessage(42, null));
    }

    @Test
    void whatIsNoPositionCountsAsNone() {
        assertThat(StepMessage.parse("42 '; drop table job")).isEqualTo(new StepMessage(42, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", " 42", "0x2a"})
    void whatIsNoNumberIsNoStep(String text) {
        assertThatThrownBy(() -> StepMessage.parse(text)).isInstanceOf(NumberFormatException.class);
    }
}
