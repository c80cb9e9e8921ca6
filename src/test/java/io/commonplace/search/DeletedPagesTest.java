package io.commonplace.search;

import static io.commonplace.search.SearchedPages.OPEN;
import static io.commonplace.search.SearchedPages.PRIVATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The trash in the same index as the tree. */
class DeletedPagesTest {
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
        long id = pages.add(OPEN, "Old rules", "<p>the rulebook</p>");
        pages.add(OPEN, "New rules", "<p>the rulebook</p>");
        pages.delete(id, OPEN, "Old rules", "<p>the rulebook</p>");
    }

    @AfterEach
    void close() throws Exception {
        pages.close();
    }

    @Test
    void theTreeDoesNotHaveThem() {
        assertThat(pages.titles("rulebook")).containsExactly("New rules");
        assertThat(pages.suggestions("old", OPEN)).isEmpty();
        assertThat(pages.corrected("rulebok", OPEN)).isEqualTo("rulebook");
        assertThat(pages.people("eve", OPEN).total()).isZero();
        assertThat(pages.find("rulebook", ResultOrder.RELEVANCE, null, 5, OPEN).byAuthor())
                .containsExactly(new FacetCount("Ada", 1));
        assertThat(pages.size()).isEqualTo(1);
    }

    @Test
    void theTrashOfASpaceHasThem() {
        FoundPages found = pages.findDeleted("rulebook", OPEN);
        assertThat(found.hits())
                .extracting(hit -> hit.page().title(), hit -> hit.page().changedByName())
                .containsExactly(tuple("Old rules", "Eve"));
        assertThat(found.bySpace()).containsExactly(new FacetCount("1", 1));
        assertThat(pages.findDeleted("rulebook space:space-1", OPEN).total()).isEqualTo(1);
        assertThat(pages.findDeleted("rulebook", PRIVATE).total()).isZero();
        assertThat(pages.findDeleted("rulebook").total()).isZero();
    }
}
