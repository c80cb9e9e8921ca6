package io.commonplace.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExportNamesTest {
    private final ExportNames names = new ExportNames();

    @ParameterizedTest
    @CsvSource({
        "'', index.md, docs/index.md",
        "guides, guides/README.md, docs/guides/README.md",
        "guides/on-call, guides/On Call.md, docs/guides/On Call.md",
        "c-plus-plus, C++.md, docs/C++.md",
        "robots, robots.html.md, docs/robots.html.md",
        "größe, Größe.md, docs/Größe.md"
    })
    void aPageHasTheNameOfTheFileThatItWasMadeOf(String path, String sourcePath, String name) {
        assertThat(names.page("docs", path, sourcePath, 7)).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({
        "new/place, old/place.md, docs/new/place.md",
        "guides, guides, docs/guides.md",
        "'', start.md, docs/index.md"
    })
    void aMovedPageHasTheNameThatItsAddressGives(String path, String sourcePath, String name) {
        assertThat(names.page("docs", path, sourcePath, 7)).isEqualTo(name);
    }

    @Test
    void namesThatDifferInCapitalsOnlyAreTold() {
        assertThat(names.page("docs", "a", "A.md", 1)).isEqualTo("docs/A.md");
        assertThat(names.page("docs", "a-2", "a-2.md", 2)).isEqualTo("docs/a-2.md");
        assertThat(names.file("docs", "img/P.png", 3)).isEqualTo("docs/img/P.png");
        assertThat(names.file("docs", "img/p.png", 4)).isEqualTo("docs/img/p-4.png");
    }

    @Test
    void aNameIsAFileOrAFolder() {
        assertThat(names.page("docs", "x.md/child", "x.md/child.md", 1)).isEqualTo("docs/x.md/child.md");
        assertThat(names.page("docs", "x", "x.md", 2)).isEqualTo("docs/x-2.md");
        assertThat(names.file("docs", "guides", 3)).isEqualTo("docs/guides");
        assertThat(names.page("docs", "guides/a", "guides/a.md", 4)).isEqualTo("docs/a-4.md");
    }

    @ParameterizedTest
    @CsvSource({"con, docs/con-7.md", "aux/a, docs/a-7.md", "a/nul, docs/a/nul-7.md"})
    void namesThatWindowsKeepsForItselfAreAvoided(String path, String name) {
        assertThat(names.page("docs", path, path + ".md", 7)).isEqualTo(name);
    }

    @Test
    void namesThatAreTooLongOrTooDeepAreShortened() {
        String letters = "あ".repeat(90);
        assertThat(names.page("docs", letters, letters + ".md", 7)).isEqualTo("docs/" + "あ".repeat(40) + "-7.md");
        String deep = "a/".repeat(40) + "b";
        assertThat(names.page("docs", deep, deep + ".md", 8)).isEqualTo("docs/b-8.md");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"a: b?.png | docs/a- b--7.png", "img/a.tar.gz | docs/img/a.tar.gz", ".hidden | docs/-7.hidden"})
    void filesHaveNamesThatEachSystemAllows(String path, String name) {
        assertThat(names.file("docs", path, 7)).isEqualTo(name);
    }

    @Test
    void markdownThatIsAFileIsNotTakenForAPage() {
        assertThat(names.file("docs", "notes.md", 7)).isEqualTo("docs/notes.md.txt");
    }

    @Test
    void spacesDoNotShareNames() {
        assertThat(names.page("docs", "a", "a.md", 1)).isEqualTo("docs/a.md");
        assertThat(names.page("ops", "a", "a.md", 2)).isEqualTo("ops/a.md");
    }
}
