package io.commonplace.attachments;

import static io.commonplace.attachments.PageFilesByHand.upload;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.commonplace.database.SessionPosition;
import io.commonplace.inside.InsideVisitor;
import io.commonplace.inside.TestClone;
import io.commonplace.pages.PageEventQueries;
import io.commonplace.pages.SpaceHead;
import io.commonplace.people.SpaceLevel;
import io.commonplace.people.Viewer;
import io.commonplace.platform.Forbidden;
import io.commonplace.platform.ListWindow;
import io.commonplace.platform.NotFound;
import io.commonplace.platform.Refusal;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Each test has its own space, with a file {@code plan.txt} that has two versions and a former name. */
@ExtendWith(ArquillianExtension.class)
class FileTrashIT {
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
    private FileTrash trash;

    @Inject
    private FileTrashQueries list;

    @Inject
    private PageEventQueries history;

    @Inject
    private SessionPosition position;

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
        file = byHand.add(viewer, space, "draft.txt", "first " + UUID.randomUUID())
                .file()
                .id();
        changes.replace(viewer, file, upload("draft.txt", "second"));
        changes.rename(viewer, file, "plan.txt");
    }

    @AfterEach
    void endRequest() {
        position.unbind();
    }

    @Test
    void aDeletedFileComesBackWithItsVersionsAndNames() {
        AttachmentHead before = attachments.find(file).orElseThrow();

        trash.delete(viewer, file);

        assertThat(attachments.find(file)).isEmpty();
        assertThat(attachments.ofPage(byHand.page(space).id())).isEmpty();
        assertThat(attachments.at(space.id(), List.of("plan.txt", "draft.txt"))).isEmpty();
        assertThat(list.in(viewer, space.id(), ListWindow.newest(), 10).rows())
                .extracting(TrashedFile::name)
                .containsExactly("plan.txt");
        assertThat(list.ofPage(viewer, space.id(), byHand.page(space).id(), 10)).hasSize(1);

        assertThat(trash.restore(viewer, file, "plan.txt")).isEqualTo(before);

        assertThat(attachments.find(file)).contains(before);
        assertThat(versions.before(before, 0, 10)).hasSize(2);
        assertThat(attachments.at(space.id(), List.of("plan.txt", "draft.txt"))).hasSize(2);
        assertThat(list.in(viewer, space.id(), ListWindow.newest(), 10).rows()).isEmpty();
        assertThatThrownBy(() -> trash.restore(viewer, file, "plan.txt")).isInstanceOf(NotFound.class);
    }

    @Test
    void aRestoreToATakenNameNeedsAnotherOne() {
        trash.delete(viewer, file);
        byHand.add(viewer, space, "plan.txt", "a newcomer");

        assertThatThrownBy(() -> trash.restore(viewer, file, "plan.txt"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo("file.name.other"));
        assertThat(trash.restore(viewer, file, "old plan.txt").path()).isEqualTo("old plan.txt");
    }

    @Test
    void aPermanentDeletionLeavesNothing() {
        trash.delete(viewer, file);

        trash.destroy(viewer, file);

        assertThat(list.in(viewer, space.id(), ListWindow.newest(), 10).rows()).isEmpty();
        assertThat(byHand.rows("file_version", file)).isZero();
        assertThat(byHand.rows("file_alias", file)).isZero();
        assertThatThrownBy(() -> list.get(viewer, file)).isInstanceOf(NotFound.class);
        assertThat(history.of(byHand.page(space).id(), ListWindow.newest(), 2).rows())
                .extracting(PageEventQueries.Entry::text)
                .containsExactly("Deleted the file plan.txt permanently", "Moved the file plan.txt to the trash");
    }

    @Test
    void deletingNeedsEditAndDeletingPermanentlyNeedsAdminister() {
        Viewer reading = viewerWith(SpaceLevel.VIEW);
        Viewer editing = viewerWith(SpaceLevel.EDIT);
        assertThatThrownBy(() -> trash.delete(reading, file)).isInstanceOf(Forbidden.class);
        trash.delete(editing, file);

        assertThatThrownBy(() -> list.in(reading, space.id(), ListWindow.newest(), 10))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> list.get(reading, file)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> trash.restore(reading, file, "plan.txt")).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> trash.destroy(editing, file)).isInstanceOf(Forbidden.class);
        Viewer outsider = new Viewer(98, "b", "B", false, Map.of());
        assertThatThrownBy(() -> trash.restore(outsider, file, "plan.txt")).isInstanceOf(NotFound.class);
        assertThat(trash.restore(editing, file, "plan.txt").id()).isEqualTo(file);
    }

    @Test
    void theFilesOfADeletedSpaceGoWithTheirVersionsNamesAndTrash() {
        long other =
                byHand.add(viewer, space, "other.txt", "in the trash").file().id();
        trash.delete(viewer, other);

        assertThat(byHand.deleteAll(space)).containsExactlyInAnyOrder(file, other, 0L);

        assertThat(byHand.rows("file_version", file) + byHand.rows("file_version", other))
                .isZero();
        assertThat(byHand.rows("file_alias", file)).isZero();
    }

    private Viewer viewerWith(SpaceLevel level) {
        return new Viewer(99, "someone", "Someone", false, Map.of(space.id(), level));
    }
}
