package io.commonplace.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.commonplace.attachments.text.FilesByHand;
import io.commonplace.attachments.text.SampleDocuments;
import io.commonplace.inside.InsideVisitor;
import io.commonplace.inside.TestClone;
import io.commonplace.pages.SpaceHead;
import io.commonplace.people.Viewer;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** From a new file to its text in a result: by a job on any clone, and the change log. */
@ExtendWith(ArquillianExtension.class)
class FileTextIT {
    @Inject
    private InsideVisitor visitor;

    @Inject
    private FilesByHand files;

    @Inject
    private Search search;

    private final String word = "w" + UUID.randomUUID().toString().replace("-", "");
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
    void theTextOfAFileIsFoundAndItsRightsHold() {
        files.attach(space, "report.docx", SampleDocuments.docx(word + " one"));
        files.attach(space, "costs.xlsx", SampleDocuments.xlsx(word + " two"));
        files.attach(space, "plan.pdf", SampleDocuments.pdf(word + " three"));

        awaitFirst("report.docx", "one");
        awaitFirst("costs.xlsx", "two");
        awaitFirst("plan.pdf", "three");
        Viewer nobody = new Viewer(1, "nobody", "Nobody", false, Map.of());
        assertThat(results(nobody, word)).isEmpty();
    }

    @Test
    void aFileThatCanNotBeReadSaysWhyAndIsFoundByItsName() {
        String hash = files.attach(space, word + ".pdf", SampleDocuments.text("%PDF-1.4\n" + word + "\u0001\u0002"));
        String picture = files.attach(space, "picture.docx", new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10});

        assertThat(stateAfterwards(hash)).startsWith("FAILED UNREADABLE");
        assertThat(stateAfterwards(picture)).startsWith("FAILED UNSUPPORTED");
        assertThat(results(viewer, word)).hasSize(1);
    }

    @Tag("thorough")
    @Test
    void aFileThatNobodyHasAskedForIsReadToo() {
        String hash = files.attach(space, "old.docx", SampleDocuments.docx(word + " old"));
        assertThat(stateAfterwards(hash)).isEqualTo("READ");
        files.forget(hash);

        files.requestMissing();

        assertThat(stateAfterwards(hash)).isEqualTo("READ");
    }

    @Test
    void theTextGoesWithItsContent() {
        String hash = files.attach(space, "gone.docx", SampleDocuments.docx(word + " gone"));
        assertThat(stateAfterwards(hash)).isEqualTo("READ");

        files.deleteContent(hash);

        assertThat(files.state(hash)).isEmpty();
    }

    private String stateAfterwards(String hash) {
        return await().atMost(Duration.ofMinutes(3))
                .until(() -> files.state(hash).orElse("none"), state -> !state.equals("PENDING"));
    }

    /** Until the file's text is there, the query finds pages and files that have one of its words. */
    private void awaitFirst(String name, String other) {
        await().atMost(Duration.ofMinutes(3))
                .until(
                        () -> results(viewer, word + " " + other).stream()
                                .map(SearchResult::file)
                                .filter(Objects::nonNull)
                                .findFirst(),
                        found -> found.isPresent() && found.get().name().equals(name));
    }

    private List<SearchResult> results(Viewer person, String text) {
        return search.find(person, SearchRequest.of(text, ResultOrder.RELEVANCE, "", 50))
                .results();
    }
}
