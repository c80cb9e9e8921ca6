package io.commonplace.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.commonplace.inside.InsideVisitor;
import io.commonplace.inside.TestClone;
import io.commonplace.jobs.JobStatus;
import io.commonplace.pages.Moves;
import io.commonplace.pages.PageReader;
import io.commonplace.pages.PageText;
import io.commonplace.pages.Pages;
import io.commonplace.pages.Place;
import io.commonplace.pages.RevisionQueries;
import io.commonplace.pages.SpaceHead;
import io.commonplace.people.SpaceLevel;
import io.commonplace.people.Viewer;
import io.commonplace.platform.Forbidden;
import io.commonplace.platform.NotFound;
import io.commonplace.platform.Refusal;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
class ImportUndoIT {
    @Inject
    private InsideVisitor visitor;

    @Inject
    private Imports imports;

    @Inject
    private ImportChecks checks;

    @Inject
    private ImportUndo undo;

    @Inject
    private EndedJob ended;

    @Inject
    private Pages pages;

    @Inject
    private Moves moves;

    @Inject
    private PageReader pageReader;

    @Inject
    private RevisionQueries history;

    private Viewer viewer;
    private SpaceHead space;

    @Deployment
    static WebArchive war() {
        return TestClone.war();
    }

    @BeforeEach
    void makeSpace() {
        viewer = visitor.viewer();
        space = visitor.spaceWithAPage();
    }

    @Test
    void newPagesGoToTheTrashAndChangedOnesGetTheirTextBack() throws Exception {
        load(new Zipped().with("old.md", "# Old").with("same.md", "# Same"));
        long second = load(
                new Zipped().with("old.md", "# Newer").with("same.md", "# Same").with("added/one.md", "# One"));

        JobStatus job = ended.done(undo.start(viewer, second));

        assertThat(job.result())
                .isEqualTo("Pages: 2 moved to the trash, 1 with the text before the import, 0 restored from the trash."
                        + " Left as they are: 0.");
        assertThat(isThere("added/one")).isFalse();
        assertThat(isThere("added")).isFalse();
        assertThat(text("old")).isEqualTo("# Old");
        assertThat(revision("old")).isEqualTo(3);
        assertThat(revision("same")).isEqualTo(1);
        assertThatThrownBy(() -> undo.start(viewer, second)).isInstanceOf(Refusal.class);
        load(new Zipped().with("old.md", "# Newer"));
        assertThat(text("old")).as("imported again").isEqualTo("# Newer");
    }

    @Test
    void whatSomebodyHasChangedSinceStaysAndIsReported() throws Exception {
        long job = load(new Zipped()
                .with("tree/edited.md", "# Edited")
                .with("tree/other.md", "# Other")
                .with("moved.md", "# Moved"));
        pages.save(viewer, space, "tree/edited", 1, new PageText("Edited", "By hand", ""));
        moves.move(viewer, space, "moved", new Place("", "elsewhere"));

        long undoing = undo.start(viewer, job);

        assertThat(ended.done(undoing).result())
                .startsWith("Pages: 1 moved to the trash")
                .endsWith("are: 3.");
        assertThat(isThere("tree/edited")).isTrue();
        assertThat(isThere("tree")).isTrue();
        assertThat(isThere("tree/other")).isFalse();
        assertThat(isThere("elsewhere")).isTrue();
        assertThat(ended.messages(undoing))
                .anyMatch(text -> text.startsWith("tree/edited: Stays: somebody has changed it"))
                .anyMatch(text -> text.startsWith("tree: Stays, because pages below it stay"))
                .anyMatch(text -> text.startsWith("elsewhere: Stays: somebody has moved it"));
    }

    @Test
    void importsAreUndoneOneAfterTheOther() throws Exception {
        long first = load(new Zipped().with("a.md", "# One"));
        long second = load(new Zipped().with("a.md", "# Two"));

        ended.done(undo.start(viewer, second));
        assertThat(text("a")).isEqualTo("# One");
        ended.done(undo.start(viewer, first));

        assertThat(isThere("a")).isFalse();
    }

    @Test
    void pagesThatTheImportHasMovedToTheTrashComeBack() throws Exception {
        load(new Zipped().with("a/one.md", "# One").with("b.md", "# B"));
        long check = imports.check(
                viewer, ImportPlace.top(space), "a.zip", stream(new Zipped().with("b.md", "# B, changed")));
        ended.done(check);
        long second = checks.start(viewer, check, GonePages.TRASH);
        ended.done(second);
        assertThat(isThere("a/one")).isFalse();

        ended.done(undo.start(viewer, second));

        assertThat(isThere("a/one")).isTrue();
        assertThat(text("b")).isEqualTo("# B");
    }

    @Test
    void anImportThatHasChangedNothingCannotBeUndone() throws Exception {
        Zipped archive = new Zipped().with("a.md", "# A");
        byte[] bytes = archive.bytes();
        long first = imports.start(viewer, ImportPlace.top(space), "a.zip", new ByteArrayInputStream(bytes));
        ended.done(first);
        long second = imports.start(viewer, ImportPlace.top(space), "a.zip", new ByteArrayInputStream(bytes));
        ended.done(second);

        assertThat(undo.offer(viewer, first).created()).isEqualTo(1);
        assertThatThrownBy(() -> undo.offer(viewer, second)).isInstanceOf(NotFound.class);
    }

    @Test
    void onlyWhoAdministersTheSpaceMayUndo() throws Exception {
        long job = load(new Zipped().with("a.md", "# A"));
        Viewer editing = new Viewer(99, "someone", "Someone", false, Map.of(space.id(), SpaceLevel.EDIT));
        Viewer stranger = new Viewer(99, "someone", "Someone", false, Map.of());

        assertThatThrownBy(() -> undo.start(editing, job)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> undo.start(stranger, job)).isInstanceOf(NotFound.class);
    }

    private long load(Zipped archive) throws IOException {
        long job = imports.start(viewer, ImportPlace.top(space), "a.zip", stream(archive));
        ended.done(job);
        return job;
    }

    private static ByteArrayInputStream stream(Zipped archive) {
        return new ByteArrayInputStream(archive.bytes());
    }

    private boolean isThere(String path) {
        return pageReader.page(space.id(), path).isPresent();
    }

    private int revision(String path) {
        return pageReader.page(space.id(), path).orElseThrow().revisionNumber();
    }

    private String text(String path) {
        var page = pageReader.page(space.id(), path).orElseThrow();
        return history.revision(page.id(), page.revisionNumber()).getMarkdown();
    }
}
