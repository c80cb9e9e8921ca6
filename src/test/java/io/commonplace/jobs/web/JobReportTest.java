package io.commonplace.jobs.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class JobReportTest {
    @Test
    void aReportWithoutNotesHasItsHeadAlone() {
        StringWriter text = new StringWriter();
        JobReport.write(Stream.of(), new PrintWriter(text));
        assertThat(text.toString()).startsWith("\uFEFF\"").hasLineCount(1);
    }
}
