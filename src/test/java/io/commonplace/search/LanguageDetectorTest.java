package io.commonplace.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageDetectorTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ENGLISH    | The site is restarted at night. Whoever is working then should save before.",
                "GERMAN     | Die Seite wird nachts neu gestartet. Wer dann noch arbeitet, sollte vorher speichern.",
                "FRENCH     | Le site est redémarré la nuit. Qui travaille encore à ce moment doit enregistrer avant.",
                "SPANISH    | El sitio se reinicia por la noche. Quien trabaje a esa hora debe guardar antes.",
                "ITALIAN    | Il sito viene riavviato di notte. Chi lavora ancora a quell'ora deve salvare prima.",
                "PORTUGUESE | O site é reiniciado à noite. Quem ainda trabalha nessa hora deve guardar antes.",
                "DUTCH      | De site wordt 's nachts opnieuw gestart. Wie dan nog werkt, moet eerst opslaan.",
                "SWEDISH    | Webbplatsen startas om på natten. Den som arbetar då bör spara först.",
                "NORWEGIAN  | Nettstedet startes på nytt av systemet om natten. Den som jobber etter midnatt, bør lagre først.",
                "DANISH     | Siden genstartes af systemet om natten. Den, der arbejder efter midnat, bør gemme først.",
                "FINNISH    | Sivusto käynnistetään yöllä uudelleen. Joka silloin vielä työskentelee, sen on tallennettava ensin.",
                "POLISH     | Serwis jest restartowany w nocy. Kto wtedy jeszcze pracuje, powinien najpierw zapisać.",
                "RUSSIAN    | Сайт перезапускается ночью. Кто в это время ещё работает, должен сначала сохранить."
            })
    void aShortTextIsEnough(Language language, String text) {
        assertThat(LanguageDetector.of(List.of(SplitText.of(text)), Language.ENGLISH))
                .isEqualTo(language);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "haproxy.cfg payara-config/pre-boot clone-1 clone-2 8080 8081 de la",
                "Ada Lovelace, Grace Hopper, Ludwig van Beethoven, Leonardo da Vinci, Jeanne d'Arc, Charles de Gaulle",
                "会議室は予約してください。"
            })
    void whatIsNoTextOfAKnownLanguageIsTakenAsEnglish(String text) {
        assertThat(LanguageDetector.of(List.of(SplitText.of(text)), Language.ENGLISH))
                .isEqualTo(Language.ENGLISH);
    }

    @Test
    void thePagesOfTheHandbooksAreRecognised() {
        assertShare(Corpus.sampleHandbook(), Language.ENGLISH, 1);
        assertShare(Corpus.publicHandbook(), Language.ENGLISH, 1);
        assertShare(Corpus.inLanguage("german"), Language.GERMAN, 1);
        assertShare(Corpus.inLanguage("french"), Language.FRENCH, 1);
        assertShare(Corpus.inLanguage("swedish"), Language.SWEDISH, 1);
        assertShare(Corpus.inLanguage("polish"), Language.POLISH, 1);
    }

    private static void assertShare(Corpus corpus, Language language, double least) {
        List<String> others = corpus.pages().stream()
                .filter(page -> LanguageDetector.of(
                                List.of(SplitText.of(page.title() + "\n"
                                        + PlainText.of(page.html()).text())),
                                Language.ENGLISH)
                        != language)
                .map(PageContent::path)
                .toList();
        assertThat(1 - (double) others.size() / corpus.pages().size())
                .as(others.toString())
                .isGreaterThanOrEqualTo(least);
    }
}
