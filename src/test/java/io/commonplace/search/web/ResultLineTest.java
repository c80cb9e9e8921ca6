package io.commonplace.search.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.commonplace.search.SearchResult;
import io.commonplace.search.Snippet;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResultLineTest {
    @Test
    void theWordsOfTheQueryAreMarked() {
        ResultLine line = new ResultLine(SampleResults.two().results().get(0));
        assertThat(line.snippet()).isEqualTo("Make a <mark>backup</mark>");
    }

    @Test
    void textIsNoMarkup() {
        Snippet snippet = new Snippet(List.of(new Snippet.Part("<b>&", false), new Snippet.Part("<i>", true)), 0);
        SearchResult result =
                new SearchResult(1, "T", SampleResults.SPACE, "t", snippet, null, null, "Ada", Instant.EPOCH, null);
        assertThat(new ResultLine(result).snippet()).isEqualTo("&lt;b&gt;&amp;<mark>&lt;i&gt;</mark>");
    }
}
