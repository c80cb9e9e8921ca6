package io.commonplace.attachments;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNameTest {
    @ParameterizedTest
    @CsvSource({
        "plan.pdf, plan.pdf",
        "../../etc/passwd, passwd",
        "C:\\Users\\ada\\My plan.docx, My plan.docx",
        "' spaces around.txt ', spaces around.txt",
        "..., file",
        "'', file",
        ".profile, profile",
        "<script>.png, script.png",
        "Übersicht 知识.png, Übersicht 知识.png",
    })
    void aNameHasNoFolderAndNothingThatIsDangerous(String sent, String clean) {
        assertThat(FileName.clean(sent)).isEqualTo(clean);
    }

    @Test
    void charactersThatAreNotSeenAreLeftOut() {
        assertThat(FileName.clean("in\u202Evoice\u0000\n.pdf")).isEqualTo("invoice.pdf");
    }

    @Test
    void aLongNameKeepsItsExtension() {
        String clean = FileName.clean("x".repeat(500) + ".xlsx");

        assertThat(clean).hasSize(FileName.MAX_LENGTH).endsWith("x.xlsx");
    }

    @Test
    void theNumberComesBeforeTheExtension() {
        assertThat(FileName.numbered("plan.pdf", 2)).isEqualTo("plan-2.pdf");
        assertThat(FileName.numbered("Makefile", 3)).isEqualTo("Makefile-3");
    }
}
