package io.commonplace.search;

import static io.commonplace.search.SearchedPages.OPEN;
import static io.commonplace.search.SearchedPages.PRIVATE;
import static org.assertj.core.api.Assertions.assertThat;

import io.commonplace.pages.SpaceHead;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** People and spaces are found by the beginnings of their names' words. */
class NamesSearchTest {
    private static final SpaceHead ENGINEERING = new SpaceHead(1, "eng", "Engineering", "How we build", 1);
    private static final SpaceHead OFFICE = new SpaceHead(2, "office-life", "Büro", "For engineers, too", 1);

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
        add(OPEN, "Zoë de Vries");
        add(OPEN, "Zoë de Vries");
        add(OPEN, "Zora Neale");
        add(PRIVATE, "Zoe Hidden");
    }

    private void add(long space, String author) {
        pages.add(space, "A page", "<p>words</p>", author, "2026-11-01T08:00:00Z");
    }

    @AfterEach
    void close() throws Exception {
        pages.close();
    }

    @Test
    void aPersonIsFoundByTheBeginningOfAnyWord() {
        FacetCount zoe = new FacetCount("Zoë de Vries", 2);
        assertThat(pages.people("zoe", OPEN).people()).containsExactly(zoe);
        assertThat(pages.people("vri zo", OPEN).people()).containsExactly(zoe);
        assertThat(pages.people("zo", OPEN).people()).containsExactly(zoe, new FacetCount("Zora Neale", 1));
        assertThat(pages.people("oe", OPEN).people()).isEmpty();
        assertThat(pages.people(" - ", OPEN).people()).isEmpty();
    }

    @Test
    void aPersonIsFoundByThoseWhoMaySeeTheirPages() {
        assertThat(pages.people("hidden", OPEN).total()).isZero();
        assertThat(pages.people("hidden", OPEN, PRIVATE).total()).isEqualTo(1);
        FoundPeople all = pages.people("z", OPEN, PRIVATE);
        assertThat(all.total()).isEqualTo(3);
        assertThat(all.people()).hasSize(2);
    }

    @Test
    void aSpaceIsFoundByItsNameBeforeItsDescription() {
        SpaceSearch search = new SpaceSearch();
        List<SpaceHead> spaces = List.of(OFFICE, ENGINEERING);
        assertThat(search.find(spaces, List.of("engin"))).containsExactly(ENGINEERING, OFFICE);
        assertThat(search.find(spaces, List.of("buro", "eng"))).containsExactly(OFFICE);
        assertThat(search.find(spaces, List.of("off life"))).containsExactly(OFFICE);
        assertThat(search.find(spaces, List.of())).isEmpty();
        assertThat(search.named(spaces, List.of("engin"))).containsExactly(ENGINEERING);
    }
}
