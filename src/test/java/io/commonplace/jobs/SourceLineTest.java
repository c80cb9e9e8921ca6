package io.commonplace.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SourceLineTest {
    @Test
    void linesAreCountedFromOneInAllTheirForms() {
        String text = "one\r\n  two\r\n\nfour";

        assertThat(SourceLine.at(text, 0)).isEqualTo(new SourceLine(1, "one"));
        assertThat(SourceLine.at(text, text.indexOf("two"))).isEqualTo(new SourceLine(2, "two"));
        assertThat(SourceLine.at(text, text.indexOf("four"))).isEqualTo(new SourceLine(4, "four"));
        assertThat(SourceLine.at(text, 1000)).isEqualTo(new SourceLine(4, "four"));
        assertThat(SourceLine.at("", 0)).isEqualTo(new SourceLine(1, ""));
    }

    @Test
    void aLongLineIsCutAroundThePlace() {
        String line = "a ".repeat(500) + "[x](y.md)" + " b".repeat(500);

        SourceLine at = SourceLine.at("first\n" + line + "\nlast", 6 + line.indexOf("[x]"));

        assertThat(at.number()).isEqualTo(2);
        assertThat(at.text())
                .startsWith("…")
                .endsWith("…")
                .contains("[x](y.md)")
                .hasSizeLessThanOrEqualTo(200);
        assertThat(SourceLine.at(line, line.length()).text()).startsWith("…").endsWith("b");
    }

    @Test
    void noCharacterIsCutInTwo() {
        String line = "\uD83D\uDE80".repeat(400);

        for (int at = 0; at < line.length(); at++) {
            String text = SourceLine.at(line, at).text().replace("…", "");
            assertThat(text.codePoints()).allMatch(c -> c == 0x1F680);
        }
    }
}
