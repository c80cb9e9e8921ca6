package io.commonplace.attachments;

import static io.commonplace.attachments.PageFilesByHand.upload;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.commonplace.attachments.AttachmentStore.Outcome;
import io.commonplace.database.SessionPosition;
import io.commonplace.inside.InsideVisitor;
import io.commonplace.inside.TestClone;
import io.commonplace.pages.LinkTarget;
import io.commonplace.pages.PageEventQueries;
import io.commonplace.pages.SpaceHead;
import io.commonplace.people.SpaceLevel;
import io.commonplace.people.Viewer;
import io.commonplace.platform.Forbidden;
import io.commonplace.platform.ListWindow;
import io.commonplace.platform.NotFound;
import io.commonplace.platform.Refusal;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Each test has its own space, with a file {@code plan.txt} beside the page at the path {@code page}. */
@ExtendWith(ArquillianExtension.class)
class FileChangesIT {
    @Inject
    private InsideVisitor visitor;

    @Inject
    private PageFilesByHand byHand;

    @Inject
    private Attachments attachments;

    @Inject
    private FileVersions versions;

    @Inject
    private FileChanges changes;

    @Inject
    private FileDetails details;

    @Inject
    private PageEventQueries history;

    @Inject
    private SessionPosition position;

    private final String first = "first " + UUID.randomUUID();
    private Viewer viewer;
    private SpaceHead space;
    private long file;

    @Deployment
    static WebArchive war() {
        return TestClone.war();
    }

    @BeforeEach
    void addAFile() {
        position.bind(null, written -> {}, seen -> {});
        viewer = visitor.viewer();
        space = visitor.spaceWithAPage();
        file = byHand.add(viewer, space, "plan.txt", first).file().id();
    }

    @AfterEach
    void endRequest() {
        position.unbind();
    }

    @Test
    void aFileOfTheSameNameIsANewVersion() throws IOException {
        AddedFile again = byHand.add(viewer, space, "plan.txt", "second");

        assertThat(again.outcome()).isEqualTo(Outcome.UPDATED);
        assertThat(again.file().id()).isEqualTo(file);
        assertThat(listed()).containsExactly("plan.txt");
        assertThat(numbers()).containsExactly(2, 1);
        assertThat(content(head())).isEqualTo("second");
        assertThat(content(versions.get(head(), 1).of(head()))).isEqualTo(first);
        assertThat(versions.get(head(), 2).authorName()).isEqualTo(viewer.displayName());
    }

    @Test
    void theSameBytesAgainAreNoNewVersion() {
        assertThat(byHand.add(viewer, space, "plan.txt", first).outcome()).isEqualTo(Outcome.UNCHANGED);
        assertThat(changes.replace(viewer, file, upload("other.txt", first))).isFalse();
        assertThat(numbers()).containsExactly(1);
    }

    @Test
    void aPastedFileIsAlwaysANewOne() {
        AddedFile pasted = byHand.paste(viewer, space, "plan.txt", "another");

        assertThat(pasted.outcome()).isEqualTo(Outcome.CREATED);
        assertThat(listed()).containsExactly("plan-2.txt", "plan.txt");
        assertThat(numbers()).containsExactly(1);
    }

    @Test
    void aReplacedFileKeepsItsNameAndItsKind() {
        assertThat(changes.replace(viewer, file, upload("plan of today.txt", "second")))
                .isTrue();

        assertThat(listed()).containsExactly("plan.txt");
        refused("file.upload.kind", () -> changes.replace(viewer, file, upload("plan.html", "third")));
        refused("file.empty", () -> changes.replace(viewer, file, upload("plan.txt", "")));
        assertThat(numbers()).containsExactly(2, 1);
    }

    @Test
    void aRestoredVersionIsANewOne() throws IOException {
        changes.replace(viewer, file, upload("plan.txt", "second"));

        assertThat(changes.restore(viewer, file, 1)).isTrue();

        assertThat(content(head())).isEqualTo(first);
        assertThat(numbers()).containsExactly(3, 2, 1);
        assertThat(versions.get(head(), 3).restoredFrom()).isEqualTo(1);
        assertThat(changes.restore(viewer, file, 3)).isFalse();
        assertThatThrownBy(() -> changes.restore(viewer, file, 9)).isInstanceOf(NotFound.class);
    }

    @Test
    void aContentThatAnOlderCloneStoredIsAVersionToo() throws IOException {
        AddedFile other = byHand.add(viewer, space, "other.txt", "by an older clone");
        byHand.replaceWithoutAVersion(
                file, new FileContent(other.file().hash(), other.file().size()));

        assertThat(numbers()).containsExactly(2, 1);
        assertThat(versions.get(head(), 2).authorName()).isEmpty();
        changes.restore(viewer, file, 1);

        assertThat(numbers()).containsExactly(3, 2, 1);
        assertThat(content(versions.get(head(), 2).of(head()))).isEqualTo("by an older clone");
    }

    @Test
    void linksByAFormerNameLeadOn() {
        assertThat(changes.rename(viewer, file, "plan of today.txt")).isEqualTo("plan of today.txt");
        changes.rename(viewer, file, "plan of the week.txt");

        assertThat(attachments.at(space.id(), List.of("plan.txt", "plan of today.txt", "plan of the week.txt")))
                .extracting(LinkTarget::id)
                .containsExactly(file, file, file);
        assertThat(attachments.named(space.id(), List.of("plan.txt")))
                .extracting(LinkTarget::href)
                .containsExactly(head().href());
        assertThat(attachments.withIds(List.of(file)).get(space.id()))
                .extracting(LinkTarget::path)
                .startsWith("plan of the week.txt")
                .contains("plan.txt", "plan of today.txt");
    }

    @Test
    void aFormerNameBelongsToTheNextFileThatHasIt() {
        changes.rename(viewer, file, "renamed.txt");
        AddedFile next = byHand.add(viewer, space, "plan.txt", "another");

        assertThat(next.outcome()).isEqualTo(Outcome.CREATED);
        assertThat(attachments.at(space.id(), List.of("plan.txt")))
                .extracting(LinkTarget::id)
                .containsExactly(next.file().id());
        refused("file.name.other", () -> changes.rename(viewer, file, "plan.txt"));
    }

    @Test
    void aFileThatGetsItsFormerNameBackHasNoOtherOne() {
        changes.rename(viewer, file, "renamed.txt");
        changes.rename(viewer, file, "plan.txt");

        assertThat(attachments.at(space.id(), List.of("plan.txt"))).hasSize(1);
        assertThat(attachments.at(space.id(), List.of("renamed.txt"))).hasSize(1);
        assertThat(changes.rename(viewer, file, "plan.txt")).isEqualTo("plan.txt");
        assertThat(byHand.rows("file_alias", file)).isEqualTo(1);
    }

    @Test
    void theHistoryOfThePageTellsWhatHappenedToItsFiles() {
        changes.replace(viewer, file, upload("plan.txt", "second"));
        changes.restore(viewer, file, 1);
        changes.rename(viewer, file, "renamed.txt");

        long page = byHand.page(space).id();
        List<PageEventQueries.Entry> newest =
                history.of(page, ListWindow.newest(), 2).rows();
        assertThat(newest)
                .extracting(PageEventQueries.Entry::text)
                .containsExactly("Renamed the file plan.txt to renamed.txt", "Restored version 1 of the file plan.txt");
        assertThat(history.of(page, ListWindow.newestFirst(newest.get(1).key(), null), 10)
                        .rows())
                .extracting(PageEventQueries.Entry::text)
                .containsExactly("Replaced the file plan.txt by version 2", "Added the file plan.txt");
    }

    @Test
    void changingAFileNeedsEdit() {
        Viewer reading = new Viewer(99, "a", "A", false, Map.of(space.id(), SpaceLevel.VIEW));
        Viewer outsider = new Viewer(98, "b", "B", false, Map.of());

        assertThat(details.get(reading, file).id()).isEqualTo(file);
        assertThatThrownBy(() -> changes.replace(reading, file, upload("plan.txt", "x")))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> changes.restore(reading, file, 1)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> changes.rename(reading, file, "x.txt")).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> changes.rename(outsider, file, "x.txt")).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> details.get(outsider, file)).isInstanceOf(NotFound.class);
    }

    private AttachmentHead head() {
        return attachments.find(file).orElseThrow();
    }

    private List<Integer> numbers() {
        return versions.before(head(), 0, 10).stream()
                .map(FileVersionHead::number)
                .toList();
    }

    private List<String> listed() {
        return attachments.ofPage(byHand.page(space).id()).stream()
                .map(AttachmentHead::name)
                .toList();
    }

    private String content(AttachmentHead version) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        attachments.copy(version, bytes);
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static void refused(String key, ThrowingCallable action) {
        assertThatThrownBy(action)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo(key));
    }
}
