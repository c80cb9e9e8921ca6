package io.commonplace.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BoundedCallsTest {
    private final CountDownLatch end = new CountDownLatch(1);

    @AfterEach
    void endAll() {
        end.countDown();
    }

    @Test
    void aCallHasAResult() {
        try (BoundedCalls calls = new BoundedCalls("a test", 1, Duration.ofMinutes(1))) {
            assertThat(calls.call(() -> "done")).contains("done");
        }
    }

    @Test
    void aFailureIsNoResult() {
        try (BoundedCalls calls = new BoundedCalls("a test", 1, Duration.ofMinutes(1))) {
            assertThat(calls.call(() -> {
                        throw new IllegalStateException("expected");
                    }))
                    .isEmpty();
        }
    }

    @Test
    void nobodyWaitsForASlowCallOrForAFreeThread() {
        try (BoundedCalls calls = new BoundedCalls("a test", 1, Duration.ofMillis(1))) {
            assertThat(calls.call(this::untilTheEnd)).isEmpty();
            try (BoundedCalls patient = new BoundedCalls("a test", 1, Duration.ofMinutes(1))) {
                assertThat(patient.call(() -> calls.call(() -> "done"))).contains(java.util.Optional.empty());
            }
        }
    }

    private String untilTheEnd() throws InterruptedException {
        end.await();
        return "done";
    }
}
