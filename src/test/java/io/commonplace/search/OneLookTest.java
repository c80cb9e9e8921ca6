package io.commonplace.search;

import static io.commonplace.search.SearchedPages.OPEN;
import static io.commonplace.search.SearchedPages.PRIVATE;
import static org.assertj.core.api.Assertions.assertThat;

import io.commonplace.pages.SpaceHead;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A search looks at the pages that fit it once, whatever it counts, and reads only the texts that it needs. */
class OneLookTest {
    private static final SearchQuery.Dates ANY_TIME = SearchQuery.Dates.ALL;
    private static final SearchQuery.Dates LAST_WEEK =
            new SearchQuery.Dates(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 7));
    private static final SearchQuery.Dates LATER =
            new SearchQuery.Dates(LocalDate.of(2026, 12, 1), LocalDate.of(2026, 12, 7));
    private static final List<SearchQuery.Dates> SPANS = List.of(ANY_TIME, LAST_WEEK, LATER);

    @TempDir
    private Path folder;

    private PageIndex index;

    @BeforeEach
    void open() {
        index = PageIndex.open(folder);
        SearchedPages pages = new SearchedPages(index);
        pages.add(OPEN, "Vacation", "<p>Ask before it.</p>", "Ada", "2026-11-02T08:00:00Z");
        pages.add(OPEN, "Vacation of clones", "<p>Drain them.</p>", "Eve", "2026-10-02T08:00:00Z");
        pages.add(PRIVATE, "Vacation of others", "<p>Secret.</p>", "Eve", "2026-11-02T08:00:00Z");
        pages.addWithText(OPEN, "Money", "<p>What we spend.</p>", "budget.xlsx", "Costs of the falconry");
    }

    @AfterEach
    void close() {
        index.close();
    }

    @Test
    void pagesFacetsAndTimesAreCountedAtOnce() {
        FoundPages found = find("vacation", ANY_TIME, 1);
        assertThat(found.total()).isEqualTo(2);
        assertThat(found.hits()).hasSize(1);
        assertThat(found.bySpace()).containsExactly(new FacetCount("1", 2));
        assertThat(found.byAuthor()).containsExactly(new FacetCount("Ada", 1), new FacetCount("Eve", 1));
        assertThat(found.bySpan()).containsExactly(2, 1, 0);
    }

    @Test
    void aChosenTimeLimitsAllButTheNumbersOfTheOtherTimes() {
        FoundPages found = find("vacation", LAST_WEEK, 1);
        assertThat(found.total()).isEqualTo(1);
        assertThat(found.byAuthor()).containsExactly(new FacetCount("Ada", 1));
        assertThat(found.bySpan()).containsExactly(2, 1, 0);
    }

    @Test
    void onlyIfNothingHasAllWordsItLooksAgain() {
        FoundPages found = find("vacation money", ANY_TIME, 2);
        assertThat(found.total()).isEqualTo(3);
        assertThat(found.bySpan()).containsExactly(3, 1, 0);
        assertThat(find("vacation", LATER, 2).bySpan()).containsExactly(2, 1, 0);
    }

    @Test
    void toCountTakesOneLookAndInAnEmptyTrashNone() {
        List<Integer> counts = counting(1, searcher -> new PageSearch(searcher, asked("vacation")).counts(SPANS));
        assertThat(counts).containsExactly(2, 1, 0);
        VisibleSpaces trash = VisibleSpaces.trash(spaces().byId().values());
        boolean any = index.search(searcher -> searcher.hasPages(trash));
        assertThat(any).isFalse();
    }

    @Test
    void thePagesLikeAPathAreNotCounted() {
        List<IndexedPage> best = counting(1, searcher -> new PageSearch(searcher, asked("vacation")).best(1));
        assertThat(best).extracting(IndexedPage::title).containsExactly("Vacation");
    }

    @Test
    void theTextOfFilesIsReadOnlyIfItsWordsAreLookedFor() {
        assertThat(read("falconry")).contains(Fields.FILE_TEXT);
        assertThat(read("spend")).contains(Fields.BODY).doesNotContain(Fields.FILE_TEXT);
        assertThat(read("by:Ada")).contains(Fields.BODY).doesNotContain(Fields.FILE_TEXT);
    }

    private FoundPages find(String query, SearchQuery.Dates within, int looks) {
        Wanted wanted = new Wanted(within, SPANS, ResultOrder.RELEVANCE, null, 1);
        return counting(looks, searcher -> new PageSearch(searcher, asked(query)).find(wanted));
    }

    private <T> T counting(int looks, PageIndex.Searching<T> search) {
        return index.search(searcher -> {
            CountedSearches counted = new CountedSearches(searcher.getIndexReader());
            T found = search.in(counted);
            assertThat(counted.searches()).isEqualTo(looks);
            return found;
        });
    }

    private List<String> read(String query) {
        return index.search(searcher -> fieldsRead(new CountedSearches(searcher.getIndexReader()), query));
    }

    private static List<String> fieldsRead(CountedSearches searcher, String query) throws IOException {
        new PageSearch(searcher, asked(query)).find(new Wanted(ResultOrder.RELEVANCE, null, 10));
        return searcher.fieldsRead();
    }

    private static PageQuery asked(String query) {
        return new PageQuery(QueryText.parse(query), spaces(), Synonyms.STANDARD);
    }

    private static VisibleSpaces spaces() {
        return VisibleSpaces.of(List.of(new SpaceHead(OPEN, "open", "Open", "", 1)));
    }
}
