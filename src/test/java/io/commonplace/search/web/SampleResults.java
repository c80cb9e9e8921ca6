package io.commonplace.search.web;

import io.commonplace.pages.SpaceHead;
import io.commonplace.search.ChangedWithin;
import io.commonplace.search.FacetCount;
import io.commonplace.search.Hit;
import io.commonplace.search.SearchResult;
import io.commonplace.search.SearchResults;
import io.commonplace.search.Snippet;
import io.commonplace.search.SpaceCount;
import io.commonplace.search.TimeCount;
import java.time.Instant;
import java.util.List;

/** Two pages that were found: one in a section, and one with a title that is hard to write. */
final class SampleResults {
    static final SpaceHead SPACE = new SpaceHead(7, "handbook", "Hand & Book", "", 1);

    private SampleResults() {}

    static SearchResults two() {
        SearchResult first = new SearchResult(
                12,
                "Backups",
                SPACE,
                "running/the night/backups",
                new Snippet(List.of(new Snippet.Part("Make a ", false), new Snippet.Part("backup", true)), 7),
                new Hit.Section("each-night", "Each night"),
                null,
                "Ada",
                Instant.parse("2026-11-02T08:00:00Z"),
                null);
        SearchResult second = new SearchResult(
                13,
                "<script>\u0000\ud83d]]>🦊",
                SPACE,
                "",
                new Snippet(List.of(), -1),
                null,
                new Hit.File("a & b.xlsx", "/files/5/0123456789ab/a%20&%20b.xlsx"),
                "Bob",
                Instant.parse("2026-11-01T08:00:00Z"),
                null);
        return new SearchResults(
                List.of(first, second),
                40,
                "5.13",
                List.of(new SpaceCount(SPACE, 40)),
                List.of(new FacetCount("Ada", 30), new FacetCount("Bob", 10)),
                List.of(
                        new TimeCount(null, 40),
                        new TimeCount(ChangedWithin.WEEK, 0),
                        new TimeCount(ChangedWithin.MONTH, 4)),
                "",
                true);
    }
}
