package io.commonplace.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.commonplace.transfer.ImportFile.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ImportPlanTest {
    private final FileNotes notes = new FileNotes();
    private final ImportPlan plan = new ImportPlan(100, notes, "");
    private final Map<String, Long> pageIds = new HashMap<>();

    @Test
    void foldersBecomeTheTree() {
        page("index.md");
        page("guides/README.md");
        page("guides/On Call.md");

        List<PlannedFile> planned = complete();

        assertThat(at(planned, "").parentId()).isNull();
        assertThat(at(planned, "guides").parentId()).isEqualTo(idOf(""));
        assertThat(at(planned, "guides/on-call").parentId()).isEqualTo(idOf("guides"));
        assertThat(planned).extracting(PlannedFile::kind).containsOnly(Kind.PAGE);
        assertThat(at(planned, "guides/on-call").targetId()).isEqualTo(idOf("guides/on-call"));
    }

    @Test
    void aFolderWithPagesAndWithoutAnIndexGetsAPage() {
        page("Our Guides/on_call rota/pager.md");

        List<PlannedFile> planned = complete();

        assertThat(planned).extracting(PlannedFile::path).hasSize(3);
        PlannedFile folder = at(planned, "our-guides/on_call-rota");
        assertThat(folder.kind()).isEqualTo(Kind.FOLDER);
        assertThat(folder.title()).isEqualTo("On call rota");
        assertThat(folder.sourcePath()).isEqualTo("Our Guides/on_call rota/index.md");
        assertThat(folder.hash()).isEmpty();
        assertThat(at(planned, "our-guides").title()).isEqualTo("Our Guides");
        assertThat(folder.parentId()).isEqualTo(idOf("our-guides"));
        assertThat(at(planned, "our-guides/on_call-rota/pager").parentId()).isEqualTo(idOf("our-guides/on_call-rota"));
    }

    @Test
    void pagesBelowAPageLeaveItAndWhatIsAboveAlone() throws ArchiveRefused {
        ImportPlan below = new ImportPlan(100, notes, "team/ops");
        for (String file : List.of("team/ops/index.md", "team/ops/README.md", "team/ops/guide/one.md")) {
            below.addPage(file, file, "hash", 4, List.of("/", "old"));
        }
        below.addFile("team/ops/p.png", "hash", 1);

        List<PlannedFile> planned = below.complete(
                List.of(new KnownPage(7, "team/ops", "team/ops.md", "Ops")),
                path -> path.equals("team/ops") ? 7 : pageIds.computeIfAbsent(path, missing -> 100L + pageIds.size()),
                path -> 50);

        assertThat(planned)
                .extracting(PlannedFile::path)
                .containsExactlyInAnyOrder(
                        "team/ops/index",
                        "team/ops/readme",
                        "team/ops/guide",
                        "team/ops/guide/one",
                        "team/ops/p.png",
                        "team/ops/old");
        assertThat(at(planned, "team/ops/guide").parentId()).isEqualTo(7L);
        assertThat(at(planned, "team/ops/index").parentId()).isEqualTo(7L);
        assertThat(at(planned, "team/ops/p.png").parentId()).isEqualTo(7L);
    }

    @Test
    void tooManyFoldersAreRefused() {
        for (int i = 0; i < 10; i++) {
            page("x%d/1/2/3/4/5/6/7/8/9/10/page.md".formatted(i));
        }

        assertThatThrownBy(() -> plan.complete(List.of(), path -> 1, path -> 1))
                .isInstanceOf(ArchiveRefused.class)
                .hasMessageContaining("more than 100 pages");
    }

    @Test
    void aFolderWithoutPagesGetsNoPage() {
        page("a.md");
        file("img/deep/a.png");

        assertThat(complete()).extracting(PlannedFile::path).containsExactly("a", "img/deep/a.png");
    }

    @Test
    void filesThatWouldBecomeOnePageEachGetOne() {
        page("guides/README.md");
        page("guides/index.md");
        page("guides.md");

        List<PlannedFile> planned = complete();

        assertThat(at(planned, "guides").sourcePath()).isEqualTo("guides/index.md");
        assertThat(at(planned, "guides/readme").parentId()).isEqualTo(idOf("guides"));
        assertThat(planned).hasSize(3);
        assertThat(notes.problems()).isEmpty();
    }

    @Test
    void attachmentsWhoseNamesDifferInCapitalsAreReported() {
        file("img/Photo.png");
        file("IMG/photo.PNG");
        file("img/Photo.jpg");

        assertThat(complete()).extracting(PlannedFile::path).containsExactly("img/Photo.png", "img/Photo.jpg");
        assertThat(notes.problems())
                .singleElement()
                .asString()
                .contains("IMG/photo.PNG", "import.file.sameName", "differs from img/Photo.png only");
    }

    @Test
    void anAttachmentIsListedByTheNearestPageAboveIt() {
        page("README.md");
        page("guides/index.md");
        file("guides/img/deep/a.png");
        file("logo.svg");
        file("other/b.png");

        List<PlannedFile> planned = complete();

        assertThat(at(planned, "guides/img/deep/a.png").parentId()).isEqualTo(idOf("guides"));
        assertThat(at(planned, "logo.svg").parentId()).isEqualTo(idOf(""));
        assertThat(at(planned, "other/b.png").parentId()).isEqualTo(idOf(""));
    }

    @Test
    void anAttachmentWithoutAPageAboveItIsListedByNoPage() {
        page("guides/index.md");
        file("logo.svg");

        PlannedFile logo = at(complete(), "logo.svg");

        assertThat(logo.parentId()).isNull();
        assertThat(logo.kind()).isEqualTo(Kind.FILE);
        assertThat(logo.title()).isEqualTo("logo.svg");
    }

    @Test
    void formerAddressesLeadToThePage() {
        plan.addPage("guides/on-call.md", "On call", "hash", 9, List.of("/old/Rota.html", "/rota/"));

        List<PlannedFile> aliases =
                complete().stream().filter(file -> file.kind() == Kind.ALIAS).toList();

        assertThat(aliases).extracting(PlannedFile::path).containsExactly("old/rota", "rota");
        assertThat(aliases).extracting(PlannedFile::targetId).containsOnly(idOf("guides/on-call"));
    }

    @Test
    void aPageTakesPrecedenceOverAFormerAddress() {
        plan.addPage("new.md", "New", "hash", 5, List.of("/taken", "/folder/", "/new", "/free"));
        page("taken.md");
        page("folder/a.md");

        assertThat(complete())
                .filteredOn(file -> file.kind() == Kind.ALIAS)
                .extracting(PlannedFile::path)
                .containsExactly("free");
    }

    @Test
    void aFormerAddressOfTwoPagesLeadsToTheFirst() {
        plan.addPage("a.md", "A", "hash", 3, List.of("/old"));
        plan.addPage("b.md", "B", "hash", 3, List.of("/old"));

        assertThat(at(complete(), "old").targetId()).isEqualTo(idOf("a"));
    }

    @Test
    void aLongTitleIsTruncated() {
        plan.addPage("a.md", "x".repeat(301), "hash", 3, List.of());

        assertThat(at(complete(), "a").title()).hasSize(300).endsWith("…");
    }

    @Test
    void aPageKeepsItsHashAndLength() {
        plan.addPage("a.md", "A", "hash", 3, List.of());

        PlannedFile planned = at(complete(), "a");

        assertThat(planned.hash()).isEqualTo("hash");
        assertThat(planned.size()).isEqualTo(3);
    }

    private void page(String sourcePath) {
        plan.addPage(sourcePath, "Title of " + sourcePath, "hash", 6, List.of());
    }

    private void file(String path) {
        plan.addFile(path, "hash", 1);
    }

    private List<PlannedFile> complete() {
        try {
            return plan.complete(
                    List.of(),
                    path -> pageIds.computeIfAbsent(path, missing -> 100L + pageIds.size()),
                    path -> 1000 + path.length());
        } catch (ArchiveRefused e) {
            throw new AssertionError(e);
        }
    }

    private long idOf(String path) {
        Long id = pageIds.get(path);
        assertThat(id).as("an identifier for " + path).isNotNull();
        return id == null ? 0 : id;
    }

    private static PlannedFile at(List<PlannedFile> planned, String path) {
        return planned.stream()
                .filter(file -> file.path().equals(path))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing at " + path + " in " + planned));
    }
}
