package io.commonplace.search;

import static io.commonplace.search.SearchedPages.OPEN;
import static io.commonplace.search.SearchedPages.PRIVATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pages that are not in English are found by other forms of their words, too. */
class LanguagesTest {
    @TempDir
    private Path folder;

    private SearchedPages pages;

    /** The same must be found in an index elsewhere. */
    SearchIndex index(Path place) {
        return PageIndex.open(place);
    }

    @BeforeEach
    void open() {
        pages = new SearchedPages(index(folder.resolve("few")));
    }

    @AfterEach
    void close() throws Exception {
        pages.close();
    }

    /** The judged queries have other forms of the words than the pages. */
    @ParameterizedTest
    @CsvSource({"german, 0.9", "french, 0.95", "swedish, 0.9", "polish, 0.97"})
    void aHandbookIsRankedInItsLanguage(String language, double least) {
        Corpus corpus = Corpus.inLanguage(language);
        try (SearchIndex index = index(folder.resolve("all"))) {
            corpus.fill(index);
            RankingQuality quality = RankingQuality.of(corpus.judgements(), Engines.product(index.searches()));
            assertThat(quality.ndcg()).as(quality.toString()).isGreaterThanOrEqualTo(least);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Antrag, Urlaub",
        "Urlaubsanträge, Urlaub",
        "Reise, Reisekosten",
        "Haus, Häuser",
        "Haeuser, Häuser",
        "hauser, Häuser"
    })
    void aGermanWordIsFoundInCompoundsAndOtherForms(String query, String title) {
        pages.add(OPEN, "Urlaub", "<p>Wer frei nehmen will, stellt einen Urlaubsantrag, und das ist auch alles.</p>");
        pages.add(OPEN, "Antragsteller", "<p>Wie man das Wort auf den Seiten schreibt, die einen Antrag haben.</p>");
        pages.add(OPEN, "Reisekosten", "<p>Die Kosten einer Reise werden mit dem Gehalt erstattet.</p>");
        pages.add(OPEN, "Häuser", "<p>In welchem der Gebäude wir sitzen, ist auf dem Plan zu sehen.</p>");
        assertThat(pages.titles(query)).contains(title);
    }

    @ParameterizedTest
    @CsvSource({"koszt", "koszty", "kosztów", "kosztami", "Koszcie"})
    void aPolishWordIsFoundByAllItsForms(String form) {
        pages.add(OPEN, "Podróże", "<p>Kto podróżuje, ten dostaje zwrot kosztów, a to nie jest mało.</p>");
        assertThat(pages.titles(form)).containsExactly("Podróże");
    }

    @Test
    void theLanguageOfASpaceDecidesWhereAPageHasTooFewWords() {
        pages.addIn("", "Plan", "<p>Häuser: siehe unten</p>", "");
        assertThat(pages.titles("haus")).as("taken for English").isEmpty();
        pages.addIn("de", "Lageplan", "<p>Häuser: siehe unten</p>", "");
        assertThat(pages.titles("haus")).containsExactly("Lageplan");
        pages.addIn("de", "Anhang", "<p>Pläne</p>", "Räume: siehe oben");
        assertThat(pages.titles("raum")).containsExactly("Anhang");
    }

    @Test
    void aLanguageThatThisVersionDoesNotKnowIsDetected() {
        pages.addIn("xx", "Gebäude", "<p>In den Häusern gibt es einen Empfang, und der ist auch besetzt.</p>", "");
        assertThat(pages.titles("haus")).containsExactly("Gebäude");
    }

    @Test
    void aCompoundOfAPageThatOneMayNotSeeKeepsNoTypingErrorFromBeingForgiven() {
        pages.add(OPEN, "Antrag", "<p>Wer frei nehmen will, stellt einen Antrag, und das ist auch alles.</p>");
        pages.add(PRIVATE, "Haus", "<p>Das Antrakhaus ist ein Haus, und es ist nicht auf dem Plan zu sehen.</p>");
        assertThat(pages.titles("Antrak")).containsExactly("Antrag");
    }

    @Test
    void aSnippetMarksTheFormThatIsInTheText() {
        pages.add(OPEN, "Gebäude", "<p>In den Häusern gibt es einen Empfang, und der ist auch am Abend besetzt.</p>");
        Hit hit =
                pages.find("haus", ResultOrder.RELEVANCE, null, 1, OPEN).hits().get(0);
        assertThat(hit.snippet().parts()).contains(new Snippet.Part("Häusern", true));
    }

    @Test
    void aPhraseIsFoundInTheFormsOfItsLanguage() {
        pages.add(OPEN, "Mots de passe", "<p>Un mot de passe est demandé à l'équipe avant les réunions.</p>");
        assertThat(pages.titles("\"mots de passe\"")).containsExactly("Mots de passe");
        assertThat(pages.titles("équipes")).containsExactly("Mots de passe");
        assertThat(pages.titles("title:mot")).containsExactly("Mots de passe");
        assertThat(pages.titles("réunion -équipes")).isEmpty();
    }

    @Test
    void aTypingErrorIsCorrectedWithItsAccents() {
        pages.add(OPEN, "Sauvegardes", "<p>Le chiffrement des données est fait à la réunion de la nuit.</p>");
        assertThat(pages.corrected("rèunoin", OPEN)).isEqualTo("réunion");
        assertThat(pages.corrected("sauvegarde", OPEN)).isEmpty();
    }

    @Test
    void titlesAreSuggestedWithoutTheirArticlesAndUmlauts() {
        pages.add(OPEN, "L'équipe", "<p>Qui est dans l'équipe, et ce que nous faisons pour les autres.</p>");
        pages.add(OPEN, "Häuser", "<p>In welchem der Gebäude wir sitzen, ist auf dem Plan zu sehen.</p>");
        assertThat(pages.suggestions("equ", OPEN)).containsExactly("L'équipe");
        assertThat(pages.suggestions("l'équ", OPEN)).containsExactly("L'équipe");
        assertThat(pages.suggestions("haeu", OPEN)).containsExactly("Häuser");
    }

    @Test
    void synonymsAreFoundInTheFormsOfTheirLanguage() {
        SynonymText synonyms = SynonymText.of("Urlaub, Ferien, freie Tage");
        pages.add(OPEN, "Frei", "<p>Wer freie Tage nehmen will, fragt die Leitung, und das ist auch schon alles.</p>");
        assertThat(pages.titles("Urlaube", synonyms)).containsExactly("Frei");
        assertThat(pages.titles("Urlaube")).isEmpty();
    }

    @Test
    void theLongestSynonymsMakeNoQueryTooLarge() {
        pages.add(OPEN, "Page", "<p>t1</p>");
        StringBuilder group = new StringBuilder("t0");
        for (int i = 1; i < SynonymText.MAX_TERMS; i++) {
            group.append(", t").append(i);
        }
        String query = "t0 t1 t2 t3 t4 t5 t6 t7 t8 t9 ".repeat(5);
        assertThat(pages.titles(query, SynonymText.of(group.toString()))).containsExactly("Page");
    }

    @Test
    void manyExclusionsInManyLanguagesMakeNoQueryTooLarge() {
        for (String language : List.of("german", "french", "swedish")) {
            Corpus.inLanguage(language)
                    .pages()
                    .forEach(page -> pages.add(OPEN, language + " " + page.title(), page.html()));
        }
        String words = "Urlaubsanträge congés nycklarna services ";
        String query = words.repeat(8) + words.replace(" ", " -").repeat(20);
        assertThatCode(() -> pages.titles(query)).doesNotThrowAnyException();
    }
}
