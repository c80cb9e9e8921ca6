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

/** The budget with clocks that a test moves. */
class BudgetTest {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();
    private static final Limits LIMITS = new Limits(10_000, 100, 100, 100, 100_000, Duration.ofSeconds(2));

    private final AtomicLong wall = new AtomicLong();
    private final AtomicLong cpu = new AtomicLong();

    @Test
    void computingCountsAndBeingKeptFromItDoesNot() {
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
    void whoGetsNoProcessorForFiveTimesAsLongGivesUp() {
        assertTooSlow(() -> {
            wall.addAndGet(11 * SECOND);
            Budget.check();
        });
    }

    @Test
    void waitingForAnAnswerCountsAsComputingDoes() {
        List<Integer> asked = new ArrayList<>();
        assertTooSlow(() -> IntStream.range(0, 100)
                .forEach(batch -> asked.add(Budget.waiting(() -> {
                    wall.addAndGet(SECOND / 2);
                    return batch;
                }))));
        assertThat(asked).hasSize(4);
    }

    @Test
    void whatTakesTimeInSeveralPartsIsSummedUp() {
        assertTooSlow(() -> {
            compute(1);
            Budget.waiting(() -> wall.addAndGet(SECOND / 2));
            compute(1);
            Budget.check();
        });
    }

    @Test
    void theClockOfTheProcessorIsAskedOnlyWhenItCanBeOver() {
        AtomicInteger asked = new AtomicInteger();
        Budget budget = new Budget(LIMITS, wall::get, () -> {
            asked.incrementAndGet();
            return cpu.get();
        });
        budget.within(() -> {
            for (int i = 0; i < 80; i++) {
                wall.addAndGet(SECOND / 10);
                Budget.check();
            }
            return "";
        });
        assertThat(asked).hasValueLessThanOrEqualTo(5);
    }

    @Test
    void linksThatAreResolvedSlowlyStopThePage() {
        AtomicInteger asked = new AtomicInteger();
        Renderer renderer = new Renderer(LIMITS, limits -> new Budget(limits, wall::get, cpu::get));
        LinkResolver slow = new LinkResolver() {
            @Override
            public Optional<String> page(String destination) {
                asked.incrementAndGet();
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
        assertThat(asked).hasValueLessThanOrEqualTo(4);
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
