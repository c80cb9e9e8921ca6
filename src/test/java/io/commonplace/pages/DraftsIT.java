package io.commonplace.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.commonplace.inside.InsideVisitor;
import io.commonplace.inside.TestClone;
import io.commonplace.operations.Maintenance;
import io.commonplace.platform.Refusal;
import io.commonplace.platform.Unavailable;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
class DraftsIT {
    private static final Duration TIMEOUT = Duration.ofMinutes(1);

    @Inject
    private InsideVisitor visitor;

    @Inject
    private Drafts drafts;

    @Inject
    private DraftStore rows;

    @Inject
    private DraftBuffer buffer;

    @Inject
    private Pages pages;

    @Inject
    private PageReader pageReader;

    @Inject
    private Maintenance maintenance;

    private SpaceHead space;
    private DraftTarget target;
    private String key;

    @Deployment
    static WebArchive war() {
        return TestClone.war();
    }

    @BeforeEach
    void makePage() {
        space = visitor.spaceWithAPage();
        target = DraftTarget.page(
                space.id(), pageReader.page(space.id(), "page").orElseThrow().id());
        key = target.key(visitor.viewer());
    }

    @AfterEach
    void endMaintenance() {
        maintenance.end(visitor.viewer());
        drafts.discard(visitor.viewer(), target);
    }

    @Test
    void aDraftIsInTheGridAndInTheDatabase() {
        store("Typed", "one", Instant.EPOCH);

        assertThat(text()).isEqualTo("Typed");
        await("the row").atMost(TIMEOUT).until(() -> rows.find(key).isPresent());
        await("the draft is not dirty")
                .atMost(TIMEOUT)
                .until(() -> !buffer.dirtyKeys(100).contains(key));
    }

    @Test
    void aDraftIsStoredAfterMaintenanceEnds() {
        maintenance.begin(visitor.viewer(), "");

        store("Typed", "one", Instant.EPOCH);

        assertThat(text()).isEqualTo("Typed");
        assertThat(rows.find(key)).isEmpty();
        assertThat(buffer.dirtyKeys(100)).contains(key);
        maintenance.end(visitor.viewer());
        await("the row").atMost(TIMEOUT).until(() -> rows.find(key).isPresent());
    }

    @Test
    void aDraftDiscardedDuringMaintenanceStaysDeleted() {
        store("Typed", "one", Instant.EPOCH);
        await("the row").atMost(TIMEOUT).until(() -> rows.find(key).isPresent());
        maintenance.begin(visitor.viewer(), "");

        drafts.discard(visitor.viewer(), target);

        assertThat(drafts.find(visitor.viewer(), target)).isEmpty();
        maintenance.end(visitor.viewer());
        await("no row").atMost(TIMEOUT).until(() -> rows.find(key).isEmpty());
        assertThat(drafts.find(visitor.viewer(), target)).isEmpty();
    }

    @Test
    void anotherEditorOverwritesADraftOnlyAfterRestoringIt() {
        store("Typed", "one", Instant.EPOCH);
        Instant again = store("Typed on", "one", Instant.EPOCH);

        assertThatThrownBy(() -> store("From elsewhere", "two", Instant.EPOCH)).isInstanceOf(DraftConflict.class);
        assertThat(text()).isEqualTo("Typed on");
        store("Restored and changed", "two", again);
        assertThat(text()).isEqualTo("Restored and changed");
    }

    @Tag("thorough")
    @Test
    void draftsAreLimitedInLengthAndNumber() {
        assertThatThrownBy(() -> store("x".repeat((1 << 20) + 1), "one", Instant.EPOCH))
                .isInstanceOf(Refusal.class);
        buffer.clearStored(DraftTarget.prefix(visitor.viewer()));
        maintenance.begin(visitor.viewer(), "");
        for (long parent = 1; parent <= Drafts.MAX_IN_GRID; parent++) {
            DraftTarget place = DraftTarget.below(space.id(), parent);
            if (buffer.count(DraftTarget.prefix(visitor.viewer())) < Drafts.MAX_IN_GRID) {
                drafts.store(visitor.viewer(), place, draft("Typed", "one"), Instant.EPOCH);
            }
        }

        assertThatThrownBy(() -> store("One too many", "one", Instant.EPOCH)).isInstanceOf(Refusal.class);
        maintenance.end(visitor.viewer());
        await("the drafts are stored, which makes room")
                .atMost(TIMEOUT)
                .ignoreExceptions()
                .until(() -> {
                    store("One more", "one", Instant.EPOCH);
                    return true;
                });
    }

    @Test
    void noPageIsSavedDuringMaintenance() {
        maintenance.begin(visitor.viewer(), "The machine room moves");

        PageText text = new PageText("Page", "Typed", "");
        assertThatThrownBy(() -> pages.save(visitor.viewer(), space, "page", 1, text))
                .isInstanceOf(Unavailable.class);

        maintenance.end(visitor.viewer());
        pages.save(visitor.viewer(), space, "page", 1, text);
    }

    private Instant store(String markdown, String editor, Instant previous) {
        return drafts.store(visitor.viewer(), target, draft(markdown, editor), previous);
    }

    private static Draft draft(String markdown, String editor) {
        return new Draft(new PageText("Page", markdown, ""), 1, editor, Instant.EPOCH);
    }

    private String text() {
        return drafts.find(visitor.viewer(), target).orElseThrow().text().markdown();
    }
}
