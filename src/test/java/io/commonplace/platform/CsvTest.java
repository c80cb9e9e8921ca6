package io.commonplace.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CsvTest {
    @Test
    void quotationMarksAndLineEndsStayInTheirCell() {
        assertThat(Csv.row("a \"b\"", "c,d", "e\nf")).isEqualTo("\"a \"\"b\"\"\",\"c,d\",\"e\nf\"\r\n");
    }

    @Test
    void aCellIsNoFormula() {
        assertThat(Csv.row("=1+1", "@x", "a=b")).isEqualTo("\"'=1+1\",\"'@x\",\"a=b\"\r\n");
    }
}
