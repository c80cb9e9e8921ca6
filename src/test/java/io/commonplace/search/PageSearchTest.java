package io.commonplace.search;

import static io.commonplace.search.ResultOrder.DATE;
import static io.commonplace.search.ResultOrder.RELEVANCE;
import static io.commonplace.search.SearchedPages.OPEN;
import static io.commonplace.search.SearchedPages.PRIVATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageSearchTest {
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
    }

    @AfterEach
    void close() throws Exception {
        pages.close();
    }

    @Test
    void theTitleCountsMoreThanTheText() {
        pages.add(OPEN, "Clones", "<p>How to plan a vacation of a clone.</p>");
        pages.add(OPEN, "Vacation", "<p>Ask your manager.</p>");
        assertThat(pages.titles("vacation")).containsExactly("Vacation", "Clones");
    }

    @Test
    void theBestPagesAreThoseThatASearchShowsFirst() {
        pages.add(OPEN, "Clones", "<p>How to plan a vacation of a clone.</p>");
        pages.add(OPEN, "Vacation", "<p>Ask your manager.</p>");
        pages.add(PRIVATE, "Vacation of others", "<p>Secret.</p>");
        assertThat(pages.best("vacation", 5, OPEN)).isEqualTo(pages.titles("vacation"));
        assertThat(pages.best("vacation", 1, OPEN)).containsExactly("Vacation");
        assertThat(pages.best("vacation zeppelin", 5, OPEN)).containsExactly("Vacation", "Clones");
        assertThat(pages.best("zeppelin", 5, OPEN)).isEmpty();
    }

    @Test
    void whatOneMayNotSeeIsNeitherFoundNorCounted() {
        pages.add(OPEN, "Salaries in general", "<p>Bands</p>");
        pages.add(PRIVATE, "Salaries of everybody", "<p>Figures</p>", "Eve", "2026-11-01T08:00:00Z");
        FoundPages found = pages.find("salaries", RELEVANCE, null, 10, OPEN);
        assertThat(found.total()).isEqualTo(1);
        assertThat(found.hits()).extracting(hit -> hit.page().title()).containsExactly("Salaries in general");
        assertThat(found.bySpace()).containsExactly(new FacetCount("1", 1));
        assertThat(found.byAuthor()).containsExactly(new FacetCount("Ada", 1));
        assertThat(pages.titles("salaries", RELEVANCE)).isEmpty();
        assertThat(pages.titles("space:space-2", RELEVANCE, OPEN)).isEmpty();
        assertThat(pages.suggestions("sal", OPEN)).containsExactly("Salaries in general");
    }

    @ParameterizedTest
    @CsvSource({
        "backups, Backup",
        "BACKUP, Backup",
        "bäckup, Backup",
        "bakcup, Backup",
        "back up, Backup",
        "roll out, Roll-outs",
        "rollout, Roll-outs",
        "c++, C++ style",
        "haproxy.cfg, Balancer",
        "/metrics, Monitoring",
        "8080, Ports",
        "--wipe, Down",
        "会議, 会議室の予約",
        "ประชุม, ห้องประชุม",
        "اجتماع, غرفة اجتماع",
        "회의실, 회의실 예약"
    })
    void wordsAreFoundInManyForms(String query, String title) {
        pages.add(OPEN, "Backup", "<p>Every night a backup is made.</p>");
        pages.add(OPEN, "Roll-outs", "<p>A roll-out replaces the clones.</p>");
        pages.add(OPEN, "C++ style", "<p>Headers first</p>");
        pages.add(OPEN, "C style", "<p>Headers first</p>");
        pages.add(OPEN, "Balancer", "<p>See <code>load-balancer/haproxy.cfg</code>.</p>");
        pages.add(OPEN, "Monitoring", "<p>Ask <code>/metrics</code>.</p>");
        pages.add(OPEN, "Ports", "<p>The site listens on 8080.</p>");
        pages.add(OPEN, "Down", "<p>With <code>--wipe</code>, all data goes.</p>");
        pages.add(OPEN, "会議室の予約", "<p>会議室は予約してください。</p>");
        pages.add(OPEN, "ห้องประชุม", "<p>จองห้องประชุมที่นี่</p>");
        pages.add(OPEN, "غرفة اجتماع", "<p>احجز الغرفة هنا</p>");
        pages.add(OPEN, "회의실 예약", "<p>여기에서 예약하세요.</p>");
        assertThat(pages.titles(query)).startsWith(title);
    }

    @Test
    void phrasesAndExclusionsHold() {
        pages.add(OPEN, "One", "<p>the point in time of a backup</p>");
        pages.add(OPEN, "Two", "<p>time is a point of honour</p>");
        assertThat(pages.titles("\"point in time\"")).containsExactly("One");
        assertThat(pages.titles("point -backup")).containsExactly("Two");
    }

    @Test
    void filtersHold() {
        pages.add(OPEN, "Old", "<p>words</p>", "Ada Lovelace", "2025-12-31T23:59:59Z");
        pages.add(PRIVATE, "New", "<p>words</p>", "Grace Hopper", "2026-01-01T00:00:00Z");
        assertThat(pages.titles("words updated:2025", RELEVANCE, OPEN, PRIVATE)).containsExactly("Old");
        assertThat(pages.titles("words updated:>2026", RELEVANCE, OPEN, PRIVATE))
                .containsExactly("New");
        assertThat(pages.titles("by:grace", RELEVANCE, OPEN, PRIVATE)).containsExactly("New");
        assertThat(pages.titles("words space:space-1", RELEVANCE, OPEN, PRIVATE))
                .containsExactly("Old");
        assertThat(pages.titles("words -space:space-1", RELEVANCE, OPEN, PRIVATE))
                .containsExactly("New");
        assertThat(pages.titles("title:new words", RELEVANCE, OPEN, PRIVATE)).containsExactly("New");
    }

    @Test
    void eachSpanOfTimeHasItsCount() {
        pages.add(OPEN, "Old", "<p>words</p>", "Ada", "2025-12-31T23:59:59Z");
        pages.add(OPEN, "New", "<p>words</p>", "Ada", "2026-01-01T00:00:00Z");
        pages.add(PRIVATE, "Hidden", "<p>words</p>", "Ada", "2026-01-01T00:00:00Z");
        List<SearchQuery.Dates> spans = List.of(
                SearchQuery.Dates.ALL,
                ChangedWithin.WEEK.until(LocalDate.of(2026, 1, 8)),
                new SearchQuery.Dates(LocalDate.of(2026, 1, 2), LocalDate.MAX));
        assertThat(pages.counts("words", spans, OPEN)).containsExactly(2, 1, 0);
        assertThat(pages.counts("words title:old", spans, OPEN)).containsExactly(1, 0, 0);
        assertThat(pages.counts("nowhere", spans, OPEN)).containsExactly(0, 0, 0);
    }

    @Test
    void resultsComeInPages() {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            all.add("Page " + i);
            pages.add(OPEN, "Page " + i, "<p>the same words</p>", "Ada", "2026-11-01T08:00:" + (10 + i) + "Z");
        }
        for (ResultOrder order : ResultOrder.values()) {
            List<String> seen = new ArrayList<>();
            @Nullable Cursor next = null;
            do {
                FoundPages found = pages.find("same words", order, next, 10, OPEN);
                assertThat(found.total()).isEqualTo(25);
                found.hits().forEach(hit -> seen.add(hit.page().title()));
                next = found.next() == null
                        ? null
                        : Cursor.parse(found.next().toString()).orElseThrow();
            } while (next != null);
            assertThat(seen).containsExactlyInAnyOrderElementsOf(all);
        }
        assertThat(pages.titles("same words", DATE, OPEN)).startsWith("Page 24", "Page 23");
    }

    @Test
    void aResultShowsWhereTheWordsAre() {
        pages.add(
                OPEN,
                "Running",
                "<p>Intro.</p><h2 id=\"start\">Start</h2><p>Go.</p><h2 id=\"stop\">Stop</h2><p>Use the brake &lt;gently&gt;.</p>");
        Hit hit = pages.find("brake", RELEVANCE, null, 1, OPEN).hits().get(0);
        assertThat(hit.section()).isEqualTo(new Hit.Section("stop", "Stop"));
        assertThat(hit.snippet().parts()).contains(new Snippet.Part("brake", true));
        assertThat(hit.snippet().parts()).anyMatch(part -> part.text().contains("<gently>"));
    }

    @Test
    void aTypingErrorIsCorrectedByWordsThatOneMaySee() {
        pages.add(OPEN, "Replication", "<p>The replication lag.</p>");
        pages.add(PRIVATE, "Redundancies", "<p>Redundancies of next year.</p>");
        assertThat(pages.corrected("replcation lag", OPEN)).isEqualTo("replication lag");
        assertThat(pages.corrected("replication lag", OPEN)).isEmpty();
        assertThat(pages.corrected("redundanceis", OPEN)).isEmpty();
        assertThat(pages.corrected("redundanceis", OPEN, PRIVATE)).isEqualTo("redundancies");
    }

    @Test
    void aWordOfAPageThatOneMayNotSeeIsATypingErrorLikeAnyOther() {
        pages.add(OPEN, "Replication", "<p>The replication lag.</p>");
        assertThat(pages.titles("replcation")).containsExactly("Replication");
        pages.add(PRIVATE, "Replcation", "<p>A secret name.</p>");
        assertThat(pages.titles("replcation")).containsExactly("Replication");
        assertThat(pages.corrected("replcation", OPEN)).isEqualTo("replication");
        assertThat(pages.titles("replcation", RELEVANCE, OPEN, PRIVATE)).containsExactly("Replcation");
    }

    @Test
    void wordsThatMeanTheSameAreFoundLater() {
        pages.add(OPEN, "Holidays", "<p>Ask for them early.</p>");
        pages.add(OPEN, "Vacation", "<p>Ask for it early.</p>");
        pages.add(OPEN, "Sessions", "<p>How people sign in.</p>");
        assertThat(pages.titles("vacation")).containsExactly("Vacation", "Holidays");
        assertThat(pages.titles("log in")).containsExactly("Sessions");
        assertThat(pages.titles("login")).containsExactly("Sessions");
    }

    @Test
    void aPageIsFoundByTheNamesOfItsFiles() {
        pages.addWithFile(OPEN, "Travel", "<p>Forms</p>", "expense-report_2026.xlsx");
        assertThat(pages.titles("expense report")).containsExactly("Travel");
        assertThat(pages.titles("expense-report_2026.xlsx")).containsExactly("Travel");
    }

    @Test
    void whatIsRemovedIsNotFound() {
        long id = pages.add(OPEN, "Gone", "<p>soon</p>");
        pages.remove(id);
        assertThat(pages.titles("gone")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "*",
                "?",
                "a",
                "AND",
                "OR NOT",
                "foo(bar)",
                "[!WARNING]",
                "a:b:c",
                "\\",
                "\"",
                "~",
                "^2",
                "{}",
                "😀",
                "-",
                "--",
                "title:\"\"",
                "-title:x",
                "by:",
                "updated:>9999-12-31",
                "updated:<0000-01-01",
                "\u0000",
                "e\u0301",
                "𝒳",
                "{[((\"'",
                "a-b-c-d-e-f",
                "../../etc/passwd",
                "<script>",
                "%00",
                "会",
                "space:*",
                "+must"
            })
    void anyTextIsAQuery(String text) {
        pages.add(OPEN, "A page", "<p>with words</p>");
        assertThatCode(() -> pages.titles(text)).doesNotThrowAnyException();
        assertThatCode(() -> pages.suggestions(text, OPEN)).doesNotThrowAnyException();
    }

    @Test
    void aPastedBookIsAQuery() {
        pages.add(OPEN, "A page", "<p>with words</p>");
        assertThatCode(() -> pages.titles("lorem ipsum ".repeat(1_000))).doesNotThrowAnyException();
        assertThatCode(() -> pages.titles("x".repeat(10_000))).doesNotThrowAnyException();
        assertThatCode(() -> pages.titles("\"" + "y ".repeat(5_000))).doesNotThrowAnyException();
        assertThatCode(() -> pages.titles("-z ".repeat(3_000))).doesNotThrowAnyException();
    }

    @Test
    void aWordOfAnyLengthIsLookedFor() {
        pages.add(OPEN, "Clones", "<p>words</p>");
        StringBuilder word = new StringBuilder();
        "가".codePoints().forEach(first -> IntStream.range(0, 400).forEach(i -> word.appendCodePoint(first + 13 * i)));
        assertThat(pages.titles(word.toString())).isEmpty();
        assertThat(pages.corrected(word.toString(), OPEN)).isEmpty();
    }

    /** It takes hours if the search for accents begins again at each letter. */
    @Test
    void aRowOfAMillionLettersIsReadOnceForAccents() {
        pages.add(OPEN, "Replication", "<p>" + "a".repeat(1 << 20) + " replicación</p>");
        assertThat(pages.corrected("replcacion", OPEN)).isEqualTo("replicación");
    }
}
