package io.commonplace.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BestEffortTest {
    private final List<String> done = new ArrayList<>();

    @Test
    void aFailureIsReturnedAndNotThrown() {
        assertThat(BestEffort.run("a test", () -> fail("this"))).isFalse();
        assertThat(BestEffort.run("a test", () -> done.add("that"))).isTrue();
        assertThat(done).containsExactly("that");
    }

    @Test
    void allRunAlthoughOneFailsAndTheFirstFailureIsThrown() {
        List<Runnable> all =
                List.of(() -> done.add("one"), () -> fail("two"), () -> done.add("three"), () -> fail("four"));
        assertThatThrownBy(() -> BestEffort.each(all))
                .hasMessage("two")
                .satisfies(failure -> assertThat(failure.getSuppressed()).hasSize(1));
        assertThat(done).containsExactly("one", "three");
    }

    private static void fail(String what) {
        throw new IllegalStateException(what);
    }
}
