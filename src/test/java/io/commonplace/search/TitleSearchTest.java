package io.commonplace.search;

import static io.commonplace.search.SearchedPages.OPEN;
import static io.commonplace.search.SearchedPages.PRIVATE;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TitleSearchTest {
    @TempDir
    private Path folder;

    private SearchedPages pages;

    /** The same must be found in an index elsewhere. */
    SearchIndex index(Path place) {
        return PageIndex.open(place);
    }

    @BeforeEach
    void open() {
        pages = new SearchedPages(index(folder));
        pages.add(OPEN, "Engineering onboarding", "<p>text</p>");
        pages.add(OPEN, "Onboarding of engineers' laptops", "<p>text</p>");
        pages.add(OPEN, "Office", "<p>onboarding</p>");
    }

    @AfterEach
    void close() throws Exception {
        pages.close();
    }

    @Test
    void beginningsOfAnyWordsAreFound() {
        assertThat(pages.suggestions("eng onb", OPEN))
                .containsExactlyInAnyOrder("Engineering onboarding", "Onboarding of engineers' laptops");
        assertThat(pages.suggestions("o", OPEN)).hasSize(3);
    }

    @Test
    void aTypingErrorIsForgiven() {
        assertThat(pages.suggestions("onbaord", OPEN)).hasSize(2);
    }

    @Test
    void theTextDoesNotCount() {
        assertThat(pages.suggestions("text", OPEN)).isEmpty();
    }

    @Test
    void onesOwnPagesAndNewOnesComeFirstAmongEqualTitles() {
        pages.add(OPEN, "Deploy plan", "<p>x</p>", "Ada", "2024-01-01T08:00:00Z");
        pages.add(OPEN, "Deploy list", "<p>x</p>", "Bob", "2024-01-01T08:00:00Z");
        pages.add(OPEN, "Deploy news", "<p>x</p>", "Ada", "2026-11-01T08:00:00Z");
        pages.add(PRIVATE, "Deploy here", "<p>x</p>", "Ada", "2024-01-01T08:00:00Z");
        assertThat(pages.suggestions("depl", boosts("Bob", null), OPEN, PRIVATE))
                .startsWith("Deploy list", "Deploy news");
        assertThat(pages.suggestions("depl", boosts("Eve", PRIVATE), OPEN, PRIVATE))
                .containsSubsequence("Deploy here", "Deploy plan");
    }

    @Test
    void theTitleThatFitsBestStaysFirst() {
        pages.add(OPEN, "Deploy", "<p>x</p>", "Ada", "2024-01-01T08:00:00Z");
        pages.add(OPEN, "Deployments of the year", "<p>x</p>", "Bob", "2026-11-01T08:00:00Z");
        pages.add(OPEN, "Before you deploy on a Friday", "<p>x</p>", "Bob", "2026-11-01T08:00:00Z");
        assertThat(pages.suggestions("deploy", boosts("Bob", OPEN), OPEN)).startsWith("Deploy");
    }

    @Test
    void onesOwnPagesComeByTheirLatestChange() {
        pages.add(OPEN, "First", "<p>x</p>", "Bob", "2026-11-01T08:00:00Z");
        pages.add(OPEN, "Second", "<p>x</p>", "Bob", "2026-11-02T08:00:00Z");
        pages.add(PRIVATE, "Hidden", "<p>x</p>", "Bob", "2026-11-03T08:00:00Z");
        assertThat(pages.changedBy("Bob", OPEN)).containsExactly("Second", "First");
    }

    private static TitleBoosts boosts(String person, @Nullable Long space) {
        return new TitleBoosts(SearchedPages.person(person), space, Instant.parse("2026-10-01T00:00:00Z"));
    }
}
