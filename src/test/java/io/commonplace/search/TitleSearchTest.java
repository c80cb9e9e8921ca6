package io.commonplace.search;

import static io.commonplace.search.SearchedPages.OPEN;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TitleSearchTest {
    @TempDir
    private Path folder;

    private SearchedPages pages;

    @BeforeEach
    void open() {
        pages = new SearchedPages(folder);
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
}
