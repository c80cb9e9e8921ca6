package io.commonplace.search.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.commonplace.search.SearchResult;
import io.commonplace.search.SynonymTrial;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrialResultsTest {
    private final SearchResult first = SampleResults.two().results().get(0);
    private final SearchResult second = SampleResults.two().results().get(1);

    @Test
    void pagesOfOnlyOneListAreMarked() {
        TrialResults trial = trial(List.of(first), List.of(second, first));
        assertThat(trial.saved()).extracting(TrialResults.Line::onlyHere).containsExactly(false);
        assertThat(trial.edited()).extracting(TrialResults.Line::onlyHere).containsExactly(true, false);
        assertThat(trial.same()).isFalse();
    }

    @Test
    void anotherOrderIsADifference() {
        assertThat(trial(List.of(first, second), List.of(second, first)).same()).isFalse();
        assertThat(trial(List.of(first, second), List.of(first, second)).same()).isTrue();
    }

    private static TrialResults trial(List<SearchResult> saved, List<SearchResult> edited) {
        return TrialResults.of(new SynonymTrial(saved, edited));
    }
}
