package io.commonplace.jobs.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class JobReportTest {
    @Test
    void quotationMarksAndLineEndsStayInTheirCell() {
        assertThat(JobReport.row("a \"b\"", "c,d", "e\nf")).isEqualTo("\"a \"\"b\"\"\",\"c,d\",\"e\nf\"\r\n");
    }

    @Test
    void aCellIsNoFormula() {
        assertThat(JobReport.row("=1+1", "@x", "a=b")).isEqualTo("\"'=1+1\",\"'@x\",\"a=b\"\r\n");
    }

    @Test
    void aReportWithoutNotesHasItsHeadAlone() {
        StringWriter text = new StringWriter();
        JobReport.write(Stream.of(), new PrintWriter(text));
        assertThat(text.toString()).startsWith("\uFEFF\"").hasLineCount(1);
    }
}
