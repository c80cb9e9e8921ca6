package io.commonplace.attachments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.commonplace.platform.Refusal;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
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
    void aChosenNameKeepsTheExtensionThatSaysWhatTheFileIs() {
        assertThat(FileName.chosen("plan.png", "new plan.png")).isEqualTo("new plan.png");
        assertThat(FileName.chosen("plan.jpg", "plan.JPEG")).isEqualTo("plan.JPEG");
        assertThat(FileName.chosen("notes", "notes.txt")).isEqualTo("notes.txt");
        assertThat(FileName.chosen("plan.png", "../other/plan.png")).isEqualTo("plan.png");
        refused("file.name.kind", () -> FileName.chosen("plan.png", "plan"));
        refused("file.name.kind", () -> FileName.chosen("plan.png", "plan.svg"));
        refused("file.name.missing", () -> FileName.chosen("plan.png", "  "));
    }

    @Test
    void aPathBesideAFileIsInItsFolder() {
        assertThat(FileName.pathBeside("docs/img/a.png", "b.png")).isEqualTo("docs/img/b.png");
        assertThat(FileName.pathBeside("a.png", "b.png")).isEqualTo("b.png");
        refused("file.name.long", () -> FileName.pathBeside("x".repeat(600) + "/a.png", "y".repeat(100)));
    }

    private static void refused(String key, ThrowingCallable action) {
        assertThatThrownBy(action)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo(key));
    }

    @Test
    void theLastChoiceIsANameThatNoOtherContentHas() {
        assertThat(FileName.choices("image.png", HASH))
                .endsWith("image-0123456789ab.png")
                .hasSizeLessThan(30);
    }
}
