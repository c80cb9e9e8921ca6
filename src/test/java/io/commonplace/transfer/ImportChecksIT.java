package io.commonplace.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.commonplace.inside.InsideVisitor;
import io.commonplace.inside.TestClone;
import io.commonplace.jobs.JobQueries;
import io.commonplace.jobs.JobStatus;
import io.commonplace.jobs.NoteKind;
import io.commonplace.pages.PageReader;
import io.commonplace.pages.PageText;
import io.commonplace.pages.Pages;
import io.commonplace.pages.SpaceHead;
import io.commonplace.people.Viewer;
import io.commonplace.platform.NotFound;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
class ImportChecksIT {
    @Inject
    private InsideVisitor visitor;

    @Inject
    private Imports imports;

    @Inject
    private ImportChecks checks;

    @Inject
    private CheckReports reports;

    @Inject
    private CheckDiscarding discarding;

    @Inject
    private ContentSweep sweep;

    @Inject
    private EndedJob ended;

    @Inject
    private JobQueries jobs;

    @Inject
    private Pages pages;

    @Inject
    private PageReader pageReader;

    @Inject
    private Clock clock;

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
    void aCheckChangesNoPageAndSaysWhatAnImportWould() throws Exception {
        long job = check(archive().with(".obsidian/app.json", "{}"));

        assertThat(path("ops")).isFalse();
        CheckReport report = reports.of(viewer, job);
        assertThat(report.pages()).isEqualTo(new ImportCounts(3, 0, 0, 0));
        assertThat(report.files()).isEqualTo(new ImportCounts(1, 0, 0, 0));
        assertThat(report.check().dialect()).isEqualTo(ArchiveDialect.OBSIDIAN);
        assertThat(report.tree()).extracting(CheckedPage::path).containsExactly("guide", "guide/one", "ops");
        assertThat(report.tree()).extracting(CheckedPage::depth).containsExactly(1, 2, 1);
        assertThat(report.kinds())
                .extracting(NoteKind::kind, NoteKind::count)
                .contains(tuple("import.link.broken", 2L));
        assertThat(jobs.notes(job, 0, 100))
                .filteredOn(note -> note.getMessage().equals("Broken link: away.md"))
                .singleElement()
                .satisfies(note -> {
                    assertThat(note.getSubject()).isEqualTo("guide/one.md");
                    assertThat(note.getLine()).isEqualTo(3);
                    assertThat(note.getText()).isEqualTo("[gone](gone.md) [away](away.md)");
                });
        assertThat(report.readers()).extracting(group -> group.name()).containsExactly("everyone");
    }

    @Test
    void theImportThatFollowsNeedsNoSecondUpload() throws Exception {
        long job = check(archive());

        JobStatus done = ended.done(checks.start(viewer, job, GonePages.KEEP));

        assertThat(done.result()).startsWith("Pages: 3 new, 0 updated, 0 unchanged. Files: 1");
        assertThat(path("guide/one")).isTrue();
        assertThatThrownBy(() -> checks.start(viewer, job, GonePages.KEEP)).isInstanceOf(NotFound.class);
        assertThat(reports.of(viewer, check(archive())).pages())
                .as("the same again")
                .isEqualTo(new ImportCounts(0, 0, 3, 0));
    }

    @Test
    void pagesThatAreGoneFromAChangedArchiveGoToTheTrashIfWanted() throws Exception {
        ended.done(imports.start(viewer, ImportPlace.top(space), "a.zip", stream(archive())));
        pages.save(viewer, space, "ops", 1, new PageText("Ops", "Written here", ""));

        long kept = check(new Zipped().with("new.md", "# New").with("guide/index.md", "# Guide"));
        CheckReport report = reports.of(viewer, kept);
        assertThat(report.gone()).extracting(TrashedRoot::path).containsExactly("guide/one");
        assertThat(ended.messages(kept)).anyMatch(text -> text.startsWith("ops: Stays: somebody has changed it"));
        assertThat(path("guide/one")).isTrue();

        JobStatus done = ended.done(checks.start(viewer, kept, GonePages.TRASH));

        assertThat(done.result()).contains("1 moved to the trash");
        assertThat(path("guide/one")).isFalse();
        assertThat(path("ops")).as("written here").isTrue();
        assertThat(path("page")).as("never imported").isTrue();
    }

    @Test
    void pagesThatAreGoneStayUnlessSomebodyWantsOtherwise() throws Exception {
        ended.done(imports.start(viewer, ImportPlace.top(space), "a.zip", stream(archive())));

        ended.done(imports.start(
                viewer, ImportPlace.top(space), "a.zip", stream(new Zipped().with("ops.md", "# Changed"))));

        assertThat(path("guide/one")).isTrue();
    }

    @Test
    void aDiscardedCheckIsGoneWithItsArchive() throws Exception {
        long job = check(archive());
        discarding.discard(viewer, job);
        assertThatThrownBy(() -> checks.get(viewer, job)).isInstanceOf(NotFound.class);
    }

    @Test
    void aCheckIsForItsMakerOnlyAndForADay() throws Exception {
        long job = check(archive());
        Viewer other = new Viewer(99, "other", "Other", true, Map.of());
        assertThatThrownBy(() -> checks.get(other, job)).isInstanceOf(NotFound.class);

        sweep.delete(clock.instant().minus(Duration.ofHours(1)));
        assertThat(checks.get(viewer, job).fileName()).isEqualTo("a.zip");

        sweep.delete(clock.instant().plus(Duration.ofMinutes(1)));
        assertThatThrownBy(() -> checks.get(viewer, job)).isInstanceOf(NotFound.class);
    }

    private static Zipped archive() {
        return new Zipped()
                .with("guide/one.md", "# One\n\n[gone](gone.md) [away](away.md)")
                .with("guide/p.png", new byte[] {1, 2, 3})
                .with("ops.md", "# Ops");
    }

    private long check(Zipped archive) throws IOException {
        long job = imports.check(viewer, ImportPlace.top(space), "a.zip", stream(archive));
        ended.done(job);
        return job;
    }

    private static ByteArrayInputStream stream(Zipped archive) {
        return new ByteArrayInputStream(archive.bytes());
    }

    private boolean path(String path) {
        return pageReader.page(space.id(), path).isPresent();
    }
}
