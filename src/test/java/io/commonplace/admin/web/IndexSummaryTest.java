package io.commonplace.admin.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.commonplace.operations.SearchFacts;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IndexSummaryTest {
    @Test
    void itSaysWhetherTheIndexIsBuiltOrCopied() {
        assertThat(summary("100", Map.of()).state()).isEqualTo("Complete");
        assertThat(summary("40", Map.of()).state()).isEqualTo("Building, 40 %");
        assertThat(summary("100", Map.of(SearchFacts.REBUILDING, "7")).state()).isEqualTo("Rebuilding, 7 %");
        IndexSummary copying = summary("0", Map.of(SearchFacts.COPIED_FROM, "clone-2", SearchFacts.COPIED, "40"));
        assertThat(copying.state()).isEqualTo("Copying from clone-2, 40 %");
        assertThat(copying.kind()).isEqualTo("warning");
    }

    @Test
    void aCloneThatReportsNoIndexIsNotShown() {
        assertThat(IndexSummary.NONE.isKnown()).isFalse();
    }

    private static IndexSummary summary(String percent, Map<String, String> more) {
        Map<String, String> facts = new HashMap<>(more);
        facts.put(SearchFacts.PERCENT, percent);
        return IndexSummary.of(facts);
    }
}
