package io.commonplace.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.lucene.analysis.core.LowerCaseFilter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WordFormsTest {
    @ParameterizedTest
    @EnumSource(Language.class)
    void aKeptFormIsTheSameAsANewOne(Language language) {
        List<String> words = List.of("Vacations", "Häuser", "l'équipe", "Ada's", "会議", "restarts", "ночью", "Ångström");
        List<String> first = words.stream().map(language.stems()::of).toList();
        assertThat(words.stream().map(language.stems()::of).toList()).isEqualTo(first);
    }

    @Test
    void wordsThatShareAPlaceAreNotTakenForEachOther() {
        WordForms forms = new WordForms(LowerCaseFilter::new);
        Random random = new Random(7);
        for (int i = 0; i < 200_000; i++) {
            String word = "W" + random.nextInt(50_000);
            assertThat(forms.of(word)).isEqualTo("w" + word.substring(1));
        }
    }

    @Test
    void itIsFoundOnce() {
        int[] found = {0};
        WordForms forms = new WordForms(words -> {
            found[0]++;
            return new LowerCaseFilter(words);
        });
        String form = forms.of("Word");
        assertThat(IntStream.range(0, 10).mapToObj(i -> forms.of("Word"))).allMatch(same -> same == form);
        assertThat(found[0]).isEqualTo(1);
    }

    @Test
    void theWordsOfASplitTextAreThoseOfTheAnalysis() {
        String text = "Ada's haproxy.cfg: l'équipe, ROLL-OUTS of 2026; 会議室の予約 in Straßen\nand déjà-vu 😀 x_y";
        for (Language language : Language.values()) {
            assertThat(SplitText.of(text).in(language.stems()).toList())
                    .isEqualTo(TextAnalysis.words(language.words(), text, 100))
                    .isNotEmpty();
        }
        assertThat(SplitText.of(text, 2).words()).hasSize(2);
    }
}
