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
    private int calls;

    private final BackgroundValue<String> value = new BackgroundValue<>(background::add, () -> {
        calls++;
        return Optional.of("answer " + calls);
    });

    @Test
    void aReaderDoesNotWaitForARefresh() {
        assertThat(value.get()).isEmpty();
        assertThat(calls).isZero();

        background.get(0).run();

        assertThat(value.get()).contains("answer 1");
    }

    @Test
    void manyReadersCauseOneRefresh() {
        value.get();
        value.get();
        value.get();

        assertThat(background).hasSize(1);
    }

    @Test
    void aNewValueIsNotRefreshed() {
        value.get();
        background.get(0).run();
        value.get();

        assertThat(background).hasSize(1);
    }

    @Test
    void aFailedRefreshGivesNoValueAndIsRetried() {
        BackgroundValue<String> failing = new BackgroundValue<>(Runnable::run, () -> {
            throw new IllegalStateException("gone");
        });

        assertThat(failing.get()).isEmpty();
        assertThat(failing.get()).isEmpty();
    }

    @Test
    void aRefreshRefusedByAFullExecutorIsRetried() {
        List<Runnable> accepted = new ArrayList<>();
        AtomicBoolean full = new AtomicBoolean(true);
        BackgroundValue<String> refused = new BackgroundValue<>(
                task -> {
                    if (full.get()) {
                        throw new RejectedExecutionException();
                    }
                    accepted.add(task);
                },
                () -> Optional.of("answer"));

        assertThat(refused.get()).isEmpty();
        full.set(false);
        assertThat(refused.get()).isEmpty();

        accepted.get(0).run();
        assertThat(refused.get()).contains("answer");
    }
}
