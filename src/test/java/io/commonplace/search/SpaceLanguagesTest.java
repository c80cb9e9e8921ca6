package io.commonplace.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import org.junit.jupiter.api.Test;

class SpaceLanguagesTest {
    private final SpaceLanguages languages = new SpaceLanguages();

    @Test
    void eachLanguageOfTheSearchCanBeChosenByItsName() {
        assertThat(languages.choices())
                .hasSize(Language.values().length)
                .isSortedAccordingTo(Comparator.comparing(SpaceLanguages.Choice::name))
                .contains(new SpaceLanguages.Choice("de", "German"), new SpaceLanguages.Choice("no", "Norwegian"));
    }

    @Test
    void eachChoiceIsALanguage() {
        assertThat(languages.choices())
                .allSatisfy(choice -> assertThat(Language.of(choice.code())).isPresent());
        assertThat(Language.of("")).isEmpty();
        assertThat(Language.of("xx")).isEmpty();
    }
}
