package io.commonplace.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class PageTest {
    private static final Instant MORNING = Instant.parse("2026-01-01T08:00:00Z");

    private final Page page =
            new Page(1, new NewPage(2, null, "page", "Page", "page.md"), new Author(3, "Ada"), MORNING);

    @Test
    void minorChangesLeaveThePageWhereItIsAmongTheRecentChanges() {
        revise(true, "Ben", 1);
        revise(true, "Cem", 2);

        assertThat(page.majorAt()).isEqualTo(MORNING);
        assertThat(page.majorByName()).isEqualTo("Ada");
        assertThat(page.changedByName()).isEqualTo("Cem");
    }

    @Test
    void anyOtherChangeMovesItToTheTop() {
        revise(true, "Ben", 1);
        revise(false, "Cem", 2);

        assertThat(page.majorAt()).isEqualTo(MORNING.plusSeconds(2));
        assertThat(page.majorByName()).isEqualTo("Cem");
    }

    private void revise(boolean minor, String author, int seconds) {
        page.expect(minor);
        page.revise("Page", 4, new Author(5, author), MORNING.plusSeconds(seconds));
    }
}
