package io.commonplace.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SynonymTextTest {
    @Test
    void theDefaultsHaveNoProblems() {
        assertThat(SynonymText.STANDARD.problems()).isEmpty();
        assertThat(SynonymText.STANDARD.groups()).hasSizeGreaterThan(30);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "leave             | search.synonyms.alone   | 3",
                "leave, , vacation | search.synonyms.empty   | 3",
                "leave, vacation,  | search.synonyms.empty   | 3",
                "leave, ++         | search.synonyms.symbols | 3",
                "leave, a day when one does not work | search.synonyms.words | 3"
            })
    void aProblemIsNamedWithItsLine(String line, String key, int number) {
        List<SynonymProblem> problems =
                SynonymText.of("# comment\n\n" + line + "\nfolder, directory").problems();
        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.key()).isEqualTo(key);
            assertThat(problem.arguments()).startsWith(number);
        });
    }

    @Test
    void allProblemsAreNamed() {
        assertThat(SynonymText.of("one\r\ntwo, three\rfour\n").problems())
                .extracting(problem -> problem.arguments().get(0))
                .containsExactly(1, 3);
    }

    @Test
    void theListIsLimited() {
        assertThat(keys(lines(SynonymText.MAX_LINES))).isEmpty();
        assertThat(keys(lines(SynonymText.MAX_LINES + 1))).containsExactly("search.synonyms.lines");
        assertThat(keys("#" + "x".repeat(SynonymText.MAX_LENGTH))).containsExactly("search.synonyms.length");
        assertThat(keys(terms(SynonymText.MAX_TERMS))).isEmpty();
        assertThat(keys(terms(SynonymText.MAX_TERMS + 1))).containsExactly("search.synonyms.terms");
    }

    @Test
    void lineBreaksOfBrowsersMakeNoDifference() {
        assertThat(SynonymText.of(SynonymText.STANDARD.text().replace("\n", "\r\n")))
                .isEqualTo(SynonymText.STANDARD);
    }

    private static List<String> keys(String text) {
        return SynonymText.of(text).problems().stream().map(SynonymProblem::key).toList();
    }

    private static String lines(int count) {
        return "a, b\n".repeat(count);
    }

    private static String terms(int count) {
        return IntStream.range(0, count).mapToObj(i -> "t" + i).collect(Collectors.joining(", "));
    }
}
