package io.commonplace.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A space whose pages are too short for their language to be detected. */
class SpaceLanguageIT {
    private final Visitor administrator = Visitor.administrator();
    private final Space space = Space.make(administrator, "language");
    private final String form = "/admin/space?space=" + space.slug();

    @BeforeEach
    void makeAPage() {
        space.create(administrator, "Plan", "Häuser: siehe unten");
    }

    @Test
    void itsPagesAreFoundByTheFormsOfItsLanguage() {
        awaitFound(0);
        assertThat(choose("de").status()).isEqualTo(302);
        assertThat(chosen()).isEqualTo("German");
        awaitFound(1);

        assertThat(choose("").status()).isEqualTo(302);
        assertThat(chosen()).isEqualTo("Detected per page");
        awaitFound(0);
    }

    @Test
    void aLanguageThatIsNotOfferedIsRefusedAtTheField() {
        Answer answer = choose("xx");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.page().select("#language-error").text()).isEqualTo("Choose one of the languages.");
        assertThat(chosen()).isEqualTo("Detected per page");
    }

    private Answer choose(String language) {
        return administrator.submit(form, "describe", Map.of("language", language));
    }

    private String chosen() {
        var page = administrator.get(form).page();
        var selected = page.select("#language option[selected]");
        return selected.isEmpty() ? page.select("#language option").get(0).text() : selected.text();
    }

    /** The clones read the space's pages again in the background. */
    private void awaitFound(int pages) {
        await("pages with another form of the word")
                .atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(administrator
                                .json("/api/search?q=haus+space:" + space.slug())
                                .getInt("total"))
                        .isEqualTo(pages));
    }
}
