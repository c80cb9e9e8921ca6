package io.commonplace.rendering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Moves the clocks itself. */
class BudgetTest {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();
    private static final Limits LIMITS = new Limits(10_000, 100, 100, 100, 100_000, Duration.ofSeconds(2));

    private final AtomicLong wall = new AtomicLong();
    private final AtomicLong cpu = new AtomicLong();

    @Test
    void cpuTimeCountsAndElapsedTimeDoesNot() {
        within(() -> {
            wall.addAndGet(9 * SECOND);
            Budget.check();
            compute(1);
            Budget.check();
        });
        assertTooSlow(() -> {
            compute(3);
            Budget.check();
        });
    }

    @Test
    void elapsedTimeOfMoreThanFiveTimesTheLimitIsTooSlow() {
        assertTooSlow(() -> {
            wall.addAndGet(11 * SECOND);
            Budget.check();
        });
    }

    @Test
    void waitingCountsLikeCpuTime() {
        List<Integer> calls = new ArrayList<>();
        assertTooSlow(() -> IntStream.range(0, 100)
                .forEach(batch -> calls.add(Budget.waiting(() -> {
                    wall.addAndGet(SECOND / 2);
                    return batch;
                }))));
        assertThat(calls).hasSize(4);
    }

    @Test
    void cpuTimeAndWaitingAreAddedUp() {
        assertTooSlow(() -> {
            compute(1);
            Budget.waiting(() -> wall.addAndGet(SECOND / 2));
            compute(1);
            Budget.check();
        });
    }

    @Test
    void cpuTimeIsReadOnlyWhenTheLimitCanBeExceeded() {
        AtomicInteger calls = new AtomicInteger();
        Budget budget = new Budget(LIMITS, wall::get, () -> {
            calls.incrementAndGet();
            return cpu.get();
        });
        budget.within(() -> {
            for (int i = 0; i < 80; i++) {
                wall.addAndGet(SECOND / 10);
                Budget.check();
            }
            return "";
        });
        assertThat(calls).hasValueLessThanOrEqualTo(5);
    }

    @Test
    void slowResolutionOfLinksStopsThePage() {
        AtomicInteger calls = new AtomicInteger();
        Renderer renderer = new Renderer(LIMITS, limits -> new Budget(limits, wall::get, cpu::get));
        LinkResolver slow = new LinkResolver() {
            @Override
            public Optional<String> page(String destination) {
                calls.incrementAndGet();
                compute(1);
                return Optional.of(destination);
            }

            @Override
            public Optional<String> wiki(String target) {
                return page(target);
            }
        };
        assertThatExceptionOfType(RenderingRefused.class)
                .isThrownBy(() -> renderer.render("[a](b) ".repeat(50), parsed -> slow))
                .satisfies(refusal -> assertThat(refusal.key()).isEqualTo("rendering.tooSlow"));
        assertThat(calls).hasValueLessThanOrEqualTo(4);
    }

    @Test
    void parsingAndRenderingShareOneBudget() {
        Renderer renderer = new Renderer(LIMITS, limits -> new Budget(limits, wall::get, cpu::get));
        assertThatExceptionOfType(RenderingRefused.class)
                .isThrownBy(() -> renderer.render("[a](b)", parsed -> {
                    compute(3);
                    return Rendered.EVERYTHING_EXISTS;
                }))
                .satisfies(refusal -> assertThat(refusal.key()).isEqualTo("rendering.tooSlow"));
    }

    private void compute(int seconds) {
        wall.addAndGet(seconds * SECOND);
        cpu.addAndGet(seconds * SECOND);
    }

    private void within(Runnable work) {
        new Budget(LIMITS, wall::get, cpu::get).within(() -> {
            work.run();
            return "";
        });
    }

    private void assertTooSlow(Runnable work) {
        assertThatExceptionOfType(RenderingRefused.class)
                .isThrownBy(() -> within(work))
                .satisfies(refusal -> assertThat(refusal.key()).isEqualTo("rendering.tooSlow"));
    }
}
