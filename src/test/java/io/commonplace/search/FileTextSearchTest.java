package io.commonplace.search;

import static io.commonplace.search.SearchedPages.OPEN;
import static io.commonplace.search.SearchedPages.PRIVATE;
import static org.assertj.core.api.Assertions.assertThat;

import io.commonplace.attachments.text.TextOfFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Words that stand in files beside pages. */
class FileTextSearchTest {
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
        pages.addWithText(OPEN, "Money", "<p>What we spend.</p>", "budget.xlsx", "Costs of the falconry\nin all years");
    }

    @AfterEach
    void close() throws Exception {
        pages.close();
    }

    @Test
    void aPageIsFoundByTheTextOfItsFileWhichTheResultNames() {
        Hit hit = only("falconry");
        assertThat(hit.page().title()).isEqualTo("Money");
        assertThat(hit.file()).isEqualTo(new Hit.File("budget.xlsx", "/files/budget.xlsx"));
        assertThat(hit.section()).isNull();
        assertThat(hit.snippet().parts().stream().map(Snippet.Part::text).collect(Collectors.joining()))
                .contains("Costs of the falconry");
        assertThat(hit.snippet().parts()).contains(new Snippet.Part("falconry", true));
    }

    @Test
    void theSnippetIsFromThePageIfThatHasAWord() {
        assertThat(only("spend falconry").file()).isNull();
        assertThat(only("spend").snippet().parts()).contains(new Snippet.Part("spend", true));
    }

    @Test
    void thePagesOwnTextCountsMore() {
        pages.add(OPEN, "Birds", "<p>We keep a falconry behind the house, which is open on all days.</p>");
        assertThat(pages.titles("falconry")).containsExactly("Birds", "Money");
    }

    @Test
    void phrasesAndExclusionsHoldForFiles() {
        assertThat(pages.titles("\"of the falconry\"")).containsExactly("Money");
        assertThat(pages.titles("\"falconry the of\"")).isEmpty();
        assertThat(pages.titles("spend -falconry")).isEmpty();
    }

    @Test
    void aWordOfAFileIsNoTypingError() {
        pages.add(OPEN, "Birds", "<p>The falcon and a falconer.</p>");
        assertThat(pages.corrected("falconry", OPEN)).isEmpty();
        assertThat(pages.corrected("falconer", OPEN)).isEmpty();
        assertThat(pages.titles("falconry")).containsExactly("Money");
    }

    @Test
    void ofSeveralShortFilesTheOneWithTheMostWordsOfTheQueryIsNamed() {
        pages.addWithTexts(
                OPEN,
                "Three",
                List.of(
                        new TextOfFile("costs.xlsx", "/files/1", "velvet two"),
                        new TextOfFile("plan.pdf", "/files/2", "velvet three"),
                        new TextOfFile("report.docx", "/files/3", "velvet one")));
        assertThat(fileOf("velvet one")).isEqualTo("report.docx");
        assertThat(fileOf("velvet two")).isEqualTo("costs.xlsx");
        assertThat(fileOf("velvet three")).isEqualTo("plan.pdf");
        assertThat(only("velvet three").snippet().parts().stream()
                        .map(Snippet.Part::text)
                        .collect(Collectors.joining()))
                .startsWith("velvet three");
    }

    private String fileOf(String query) {
        return Objects.requireNonNull(only(query).file()).name();
    }

    @Test
    void whoMayNotSeeThePageFindsNothingOfItsFiles() {
        pages.addWithText(PRIVATE, "Secret", "<p>Nothing.</p>", "plan.docx", "the zeppelin");
        assertThat(pages.titles("zeppelin")).isEmpty();
        assertThat(pages.titles("zeppelin", ResultOrder.RELEVANCE, PRIVATE)).containsExactly("Secret");
    }

    private Hit only(String query) {
        return pages.find(query, ResultOrder.RELEVANCE, null, 10, OPEN).hits().get(0);
    }
}
