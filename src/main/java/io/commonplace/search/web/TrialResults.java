package io.commonplace.search.web;

import io.commonplace.search.SearchResult;
import io.commonplace.search.SynonymTrial;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Two lists of results side by side. */
public record TrialResults(List<Line> saved, List<Line> edited) {
    public TrialResults {
        saved = List.copyOf(saved);
        edited = List.copyOf(edited);
    }

    static TrialResults of(SynonymTrial trial) {
        return new TrialResults(lines(trial.saved(), trial.edited()), lines(trial.edited(), trial.saved()));
    }

    private static List<Line> lines(List<SearchResult> results, List<SearchResult> others) {
        Set<Long> elsewhere = others.stream().map(SearchResult::pageId).collect(Collectors.toSet());
        return results.stream()
                .map(result -> new Line(result, !elsewhere.contains(result.pageId())))
                .toList();
    }

    /** Whether both lists have the same pages in the same order. */
    public boolean same() {
        return pageIds(saved).equals(pageIds(edited));
    }

    private static List<Long> pageIds(List<Line> lines) {
        return lines.stream().map(line -> line.result.pageId()).toList();
    }

    /** @param onlyHere whether the other list doesn't have the page */
    public record Line(SearchResult result, boolean onlyHere) {}
}
