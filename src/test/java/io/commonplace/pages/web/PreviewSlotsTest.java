package io.commonplace.pages.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class PreviewSlotsTest {
    private final PreviewSlots slots = new PreviewSlots(2);

    @Test
    void aPersonHasOnePreviewAtATime() {
        assertThat(slots.run(1, () -> slots.run(1, () -> "second"))).contains(Optional.empty());
        assertThat(slots.run(1, () -> slots.run(2, () -> "another's"))).contains(Optional.of("another's"));
    }

    @Test
    void aCloneLimitsConcurrentPreviews() {
        assertThat(slots.run(1, () -> slots.run(2, () -> slots.run(3, () -> "third"))))
                .contains(Optional.of(Optional.empty()));
    }

    @Test
    void refusedAndFailedPreviewsReleaseTheirSlots() {
        assertThatIllegalStateException()
                .isThrownBy(() -> slots.run(1, () -> {
                    throw new IllegalStateException();
                }));
        for (int i = 0; i < 3; i++) {
            slots.run(1, () -> slots.run(1, () -> ""));
        }
        assertThat(slots.run(1, () -> slots.run(2, () -> "both"))).contains(Optional.of("both"));
    }
}
