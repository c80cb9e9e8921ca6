package io.commonplace.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.commonplace.inside.InsideVisitor;
import io.commonplace.inside.TestClone;
import io.commonplace.pages.PageHead;
import io.commonplace.pages.PageReader;
import io.commonplace.pages.PageText;
import io.commonplace.pages.Pages;
import io.commonplace.pages.SpaceHead;
import io.commonplace.pages.Trash;
import io.commonplace.people.SpaceLevel;
import io.commonplace.people.Viewer;
import io.commonplace.platform.Forbidden;
import io.commonplace.platform.NotFound;
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
class ImportBelowIT {
    @Inject
    private InsideVisitor visitor;

    @Inject
    private Imports imports;

    @Inject
    private ImportPlaces places;

    @Inject
    private ImportChecks checks;

    @Inject
    private CheckReports reports;

    @Inject
    private ImportUndo undo;

    @Inject
    private EndedJob ended;

    @Inject
    private Pages pages;

    @Inject
    private Trash trash;

    @Inject
    private PageReader pageReader;

    private SpaceHead space;
    private ImportPlace below;
    private Viewer author;

    @Deployment
    static WebArchive war() {
        return TestClone.war();
    }

    @BeforeEach
    void makeSpace() {
        space = visitor.spaceWithAPage();
        below = places.find(space, "page").orElseThrow();
        author = person(SpaceLevel.EDIT);
    }

    @Test
    void anAuthorImportsBelowAPageWhichKeepsItsText() throws Exception {
        long job = imports.start(author, below, "a.zip", stream(archive()));

        assertThat(ended.done(job).result()).startsWith("Pages: 4 new, 0 updated");
        assertThat(ended.messages(job)).isEmpty();
        assertThat(page("page").revisionNumber()).isEqualTo(1);
        assertThat(page("page/index").title()).isEqualTo("Front");
        assertThat(html("page/index")).contains("href=\"" + space.href("page/guide/one") + "\"");
        assertThat(html("page/guide/one")).contains("href=\"" + space.href("page/two") + "\"");
        assertThat(pageReader.page(space.id(), "two")).isEmpty();
        assertThat(ended.done(imports.start(author, below, "a.zip", stream(archive())))
                        .result())
                .as("again")
                .startsWith("Nothing has changed");
    }

    @Test
    void atTheTopOnlyWhoAdministersTheSpaceImports() throws Exception {
        ImportPlace top = ImportPlace.top(space);
        assertThatThrownBy(() -> imports.start(author, top, "a.zip", stream(archive())))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> imports.check(author, top, "a.zip", stream(archive())))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> imports.start(person(SpaceLevel.VIEW), below, "a.zip", stream(archive())))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> imports.start(
                        new Viewer(98, "none", "None", false, Map.of()), below, "a.zip", stream(archive())))
                .isInstanceOf(NotFound.class);
        long byAdministrator = imports.start(visitor.viewer(), top, "a.zip", stream(archive()));
        ended.done(byAdministrator);
        assertThatThrownBy(() -> undo.start(author, byAdministrator)).isInstanceOf(Forbidden.class);
    }

    @Test
    void aCheckBelowAPageSaysWhatIsGoneThereAndWhoReads() throws Exception {
        ended.done(imports.start(
                visitor.viewer(),
                ImportPlace.top(space),
                "all.zip",
                stream(new Zipped()
                        .with("page/old.md", "# Old")
                        .with("page/two.md", "# Two")
                        .with("elsewhere.md", "# Elsewhere"))));

        long job = imports.check(author, below, "a.zip", stream(new Zipped().with("two.md", "# Two, changed")));
        ended.done(job);

        CheckReport report = reports.of(author, job);
        assertThat(report.place()).isEqualTo("Page, a page of " + space.name());
        assertThat(report.readers()).extracting(group -> group.name()).containsExactly("everyone");
        assertThat(report.mayAdminister()).isFalse();
        assertThat(report.gone()).extracting(TrashedRoot::path).containsExactly("page/old");
        ended.done(checks.start(author, job, GonePages.TRASH));
        assertThat(pageReader.page(space.id(), "page/old")).isEmpty();
        assertThat(pageReader.page(space.id(), "elsewhere")).isPresent();
        assertThat(pageReader.page(space.id(), "page")).isPresent();
    }

    @Test
    void anAuthorUndoesAnImportBelowAPage() throws Exception {
        long job = imports.start(author, below, "a.zip", stream(archive()));
        ended.done(job);

        ended.done(undo.start(author, job));

        assertThat(pageReader.page(space.id(), "page/two")).isEmpty();
        assertThat(pageReader.page(space.id(), "page")).isPresent();
    }

    @Test
    void anImportBelowAPageThatIsGoneFailsWithThatReason() throws Exception {
        pages.create(author, space, "", new PageText("Short", "A page", ""));
        ImportPlace place = places.find(space, "short").orElseThrow();
        long job = imports.check(author, place, "a.zip", stream(archive()));
        ended.done(job);
        trash.delete(author, space, "short", 1);

        long started = checks.start(author, job, GonePages.KEEP);

        assertThatThrownBy(() -> ended.done(started)).hasMessageContaining("not in the space any more");
        assertThat(pageReader.page(space.id(), "two")).isEmpty();
    }

    private static Zipped archive() {
        return new Zipped()
                .with("index.md", "# Front\n\n[one](guide/one.md)")
                .with("guide/one.md", "# One\n\n[two](../two.md) ![p](../p.png)")
                .with("p.png", new byte[] {1, 2, 3})
                .with("two.md", "# Two");
    }

    private Viewer person(SpaceLevel level) {
        return new Viewer(visitor.viewer().id(), "author", "Author", false, Map.of(space.id(), level));
    }

    private static ByteArrayInputStream stream(Zipped archive) throws IOException {
        return new ByteArrayInputStream(archive.bytes());
    }

    private PageHead page(String path) {
        return pageReader.page(space.id(), path).orElseThrow();
    }

    private String html(String path) {
        return pageReader.document(page(path).documentId()).html();
    }
}
