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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
class KeepingDraftsIT {
    private static final Duration SOON = Duration.ofMinutes(1);

    @Inject
    private InsideVisitor visitor;

    @Inject
    private Drafts drafts;

    @Inject
    private DraftStore store;

    @Inject
    private DraftBuffer shelf;

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
        keep("Typed", "one", Instant.EPOCH);

        assertThat(text()).isEqualTo("Typed");
        await("the row").atMost(SOON).until(() -> store.find(key).isPresent());
        await("nothing waits").atMost(SOON).until(() -> !shelf.waiting(100).contains(key));
    }

    @Test
    void duringAMaintenanceADraftWaitsInTheGridAndIsStoredAfterwards() {
        maintenance.begin(visitor.viewer(), "");

        keep("Typed", "one", Instant.EPOCH);

        assertThat(text()).isEqualTo("Typed");
        assertThat(store.find(key)).isEmpty();
        assertThat(shelf.waiting(100)).contains(key);
        maintenance.end(visitor.viewer());
        await("the row").atMost(SOON).until(() -> store.find(key).isPresent());
    }

    @Test
    void aDraftThatWasDiscardedDuringAMaintenanceDoesNotComeBack() {
        keep("Typed", "one", Instant.EPOCH);
        await("the row").atMost(SOON).until(() -> store.find(key).isPresent());
        maintenance.begin(visitor.viewer(), "");

        drafts.discard(visitor.viewer(), target);

        assertThat(drafts.find(visitor.viewer(), target)).isEmpty();
        maintenance.end(visitor.viewer());
        await("no row").atMost(SOON).until(() -> store.find(key).isEmpty());
        assertThat(drafts.find(visitor.viewer(), target)).isEmpty();
    }

    @Test
    void anotherEditorWritesOverADraftOnlyIfItHasRestoredIt() {
        keep("Typed", "one", Instant.EPOCH);
        Instant again = keep("Typed on", "one", Instant.EPOCH);

        assertThatThrownBy(() -> keep("From elsewhere", "two", Instant.EPOCH)).isInstanceOf(DraftConflict.class);
        assertThat(text()).isEqualTo("Typed on");
        keep("Restored and changed", "two", again);
        assertThat(text()).isEqualTo("Restored and changed");
    }

    @Test
    void aDraftIsAtMostAsLongAsAPageAndAPersonHasAtMostTwentyThatWait() {
        assertThatThrownBy(() -> keep("x".repeat((1 << 20) + 1), "one", Instant.EPOCH))
                .isInstanceOf(Refusal.class);
        shelf.clearStored(DraftTarget.beginning(visitor.viewer()));
        maintenance.begin(visitor.viewer(), "");
        for (long parent = 1; parent <= Drafts.MOST; parent++) {
            DraftTarget place = DraftTarget.below(space.id(), parent);
            if (shelf.count(DraftTarget.beginning(visitor.viewer())) < Drafts.MOST) {
                drafts.keep(visitor.viewer(), place, draft("Typed", "one"), Instant.EPOCH);
            }
        }

        assertThatThrownBy(() -> keep("One too many", "one", Instant.EPOCH)).isInstanceOf(Refusal.class);
        maintenance.end(visitor.viewer());
        await("room, when they are stored").atMost(SOON).ignoreExceptions().until(() -> {
            keep("One more", "one", Instant.EPOCH);
            return true;
        });
    }

    @Test
    void duringAMaintenanceNothingIsSaved() {
        maintenance.begin(visitor.viewer(), "The machine room moves");

        PageText text = new PageText("Page", "Typed", "");
        assertThatThrownBy(() -> pages.save(visitor.viewer(), space, "page", 1, text))
                .isInstanceOf(Unavailable.class);

        maintenance.end(visitor.viewer());
        pages.save(visitor.viewer(), space, "page", 1, text);
    }

    private Instant keep(String markdown, String sheet, Instant over) {
        return drafts.keep(visitor.viewer(), target, draft(markdown, sheet), over);
    }

    private static Draft draft(String markdown, String sheet) {
        return new Draft(new PageText("Page", markdown, ""), 1, sheet, Instant.EPOCH);
    }

    private String text() {
        return drafts.find(visitor.viewer(), target).orElseThrow().text().markdown();
    }
}
