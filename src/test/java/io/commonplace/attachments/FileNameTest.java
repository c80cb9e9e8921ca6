package io.commonplace.attachments;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNameTest {
    private static final String HASH = "0123456789abcdef".repeat(4);

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
    void aLongNameEndsInAWholeCharacter() {
        assertThat(FileName.clean("😀".repeat(150) + "x.pdf")).isEqualTo("😀".repeat(98) + ".pdf");
        assertThat(FileName.clean("x" + "😀".repeat(150) + ".pdf")).isEqualTo("x" + "😀".repeat(97) + ".pdf");
    }

    @Test
    void aNameThatIsTakenGetsANumberBeforeItsExtension() {
        assertThat(FileName.choices("plan.pdf", HASH)).startsWith("plan.pdf", "plan-2.pdf", "plan-3.pdf");
        assertThat(FileName.choices("Makefile", HASH)).startsWith("Makefile", "Makefile-2");
    }

    @Test
    void theLastChoiceIsANameThatNoOtherContentHas() {
        assertThat(FileName.choices("image.png", HASH))
                .endsWith("image-0123456789ab.png")
                .hasSizeLessThan(30);
    }
}
