package io.commonplace.search;

import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;

class SearchWarmUpTest {
    @Test
    void eachKindOfSearchWorksBeforeThereIsAnIndex() {
        assertThatCode(SearchWarmUp::run).doesNotThrowAnyException();
    }
}
