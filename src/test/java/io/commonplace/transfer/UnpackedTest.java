package io.commonplace.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class UnpackedTest {
    @Test
    void theOneFolderThatAllLiesInIsTheRoot() {
        assertThat(unpacked(List.of("docs/a.md", "docs/b/c.md"), List.of("docs/b/d.png"))
                        .commonRoot())
                .isEqualTo("docs/");
        assertThat(unpacked(List.of(), List.of("docs/d.png")).commonRoot()).isEqualTo("docs/");
    }

    @Test
    void twoFoldersOrAFileBesideThemHaveNoRoot() {
        assertThat(unpacked(List.of("docs/a.md"), List.of("images/d.png")).commonRoot())
                .isEmpty();
        assertThat(unpacked(List.of("docs/a.md"), List.of("d.png")).commonRoot())
                .isEmpty();
        assertThat(unpacked(List.of("README.md", "docs/a.md"), List.of()).commonRoot())
                .isEmpty();
    }

    private static Unpacked unpacked(List<String> texts, List<String> files) {
        Stream<KeptText> pages = texts.stream()
                .map(path -> new KeptText(path, Optional.empty(), "hash", 1, false, List.of(), Optional.empty()));
        return new Unpacked(
                pages.toList(),
                files.stream().map(path -> new KeptFile(path, "hash", 1)).toList());
    }
}
