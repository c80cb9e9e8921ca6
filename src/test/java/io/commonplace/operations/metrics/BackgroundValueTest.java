package io.commonplace.operations.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class BackgroundValueTest {
    private final List<Runnable> background = new ArrayList<>();
    private int asked;

    private final BackgroundValue<String> value = new BackgroundValue<>(background::add, () -> {
        asked++;
        return Optional.of("answer " + asked);
    });

    @Test
    void whoReadsDoesNotWaitForTheAnswer() {
        assertThat(value.get()).isEmpty();
        assertThat(asked).isZero();

        background.get(0).run();

        assertThat(value.get()).contains("answer 1");
    }

    @Test
    void manyReadersCauseOneQuestion() {
        value.get();
        value.get();
        value.get();

        assertThat(background).hasSize(1);
    }

    @Test
    void aNewAnswerIsNotAskedForAgain() {
        value.get();
        background.get(0).run();
        value.get();

        assertThat(background).hasSize(1);
    }

    @Test
    void aFailureIsNoValueAndDoesNotStopTheNextQuestion() {
        BackgroundValue<String> failing = new BackgroundValue<>(Runnable::run, () -> {
            throw new IllegalStateException("gone");
        });

        assertThat(failing.get()).isEmpty();
        assertThat(failing.get()).isEmpty();
    }

    @Test
    void anExecutorWithoutRoomIsAskedAgainLater() {
        List<Runnable> room = new ArrayList<>();
        AtomicBoolean full = new AtomicBoolean(true);
        BackgroundValue<String> crowded = new BackgroundValue<>(
                question -> {
                    if (full.get()) {
                        throw new RejectedExecutionException();
                    }
                    room.add(question);
                },
                () -> Optional.of("answer"));

        assertThat(crowded.get()).isEmpty();
        full.set(false);
        assertThat(crowded.get()).isEmpty();

        room.get(0).run();
        assertThat(crowded.get()).contains("answer");
    }
}
