package io.commonplace.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.commonplace.database.ReadRouter;
import io.commonplace.inside.InsideVisitor;
import io.commonplace.inside.TestClone;
import io.commonplace.jobs.JobQueries;
import io.commonplace.jobs.JobState;
import io.commonplace.people.SpaceLevel;
import io.commonplace.people.Viewer;
import io.commonplace.platform.Forbidden;
import io.commonplace.platform.Freshness;
import io.commonplace.platform.NotFound;
import io.commonplace.platform.Refusal;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Rights are read again for each step, as each request does. */
@ExtendWith(ArquillianExtension.class)
class SpaceEndsIT {
    @Inject
    private InsideVisitor visitor;

    @Inject
    private SpaceEnds ends;

    @Inject
    private SpaceKeys keys;

    @Inject
    private SpaceSweep sweep;

    @Inject
    private Spaces spaces;

    @Inject
    private Pages pages;

    @Inject
    private Trash trash;

    @Inject
    private PageReader pageReader;

    @Inject
    private PagesByHand byHand;

    @Inject
    private JobQueries jobs;

    @Inject
    private ReadRouter router;

    @Inject
    private Clock clock;

    private SpaceHead space;

    @Deployment
    static WebArchive war() {
        return TestClone.war();
    }

    @BeforeEach
    void makeSpace() {
        space = visitor.spaceWithAPage();
    }

    @Test
    void anArchivedSpaceCanBeReadOnlyUntilItIsCurrentAgain() {
        ends.archive(visitor.viewer(), space);

        assertThat(spaces.get(visitor.viewer(), space.slug()).archived()).isTrue();
        assertThat(spaces.current(visitor.viewer(), "")).noneMatch(known -> known.id() == space.id());
        assertThat(spaces.visible(visitor.viewer(), SpaceLevel.VIEW)).anyMatch(known -> known.id() == space.id());
        assertThat(pageReader.recentChanges(true)).noneMatch(change -> change.spaceId() == space.id());
        assertThatThrownBy(() -> create("Late")).isInstanceOf(Forbidden.class);

        ends.unarchive(visitor.viewer(), space);

        create("Again");
        assertThat(spaces.current(visitor.viewer(), "")).anyMatch(known -> known.id() == space.id());
        assertThat(pageReader.recentChanges(true)).anyMatch(change -> change.spaceId() == space.id());
    }

    @Test
    void aDeletedSpaceIsFoundByNobodyAndComesBackUnchanged() {
        PageHead before = pageReader.page(space.id(), "page").orElseThrow();

        assertThatThrownBy(() -> ends.delete(visitor.viewer(), space, "another"))
                .isInstanceOf(Refusal.class);
        ends.delete(visitor.viewer(), space, space.slug());

        assertThat(spaces.find(visitor.viewer(), space.slug())).isEmpty();
        assertThat(spaces.visible(visitor.viewer(), SpaceLevel.VIEW)).noneMatch(known -> known.id() == space.id());
        assertThat(pageReader.recentChanges(true)).noneMatch(change -> change.spaceId() == space.id());
        assertThatThrownBy(() -> create("Late")).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> spaces.create(visitor.viewer(), space.slug(), "Taken", ""))
                .isInstanceOf(Refusal.class);

        ends.restore(visitor.viewer(), space.id());

        assertThat(spaces.get(visitor.viewer(), space.slug())).isEqualTo(space);
        assertThat(pageReader.page(space.id(), "page")).contains(before);
    }

    @Test
    void onlyWhoAdministeredADeletedSpaceMayRestoreIt() {
        ends.delete(visitor.viewer(), space, space.slug());
        Viewer owner = new Viewer(99, "a", "A", false, Map.of(space.id(), SpaceLevel.ADMINISTER));
        Viewer editor = new Viewer(98, "b", "B", false, Map.of(space.id(), SpaceLevel.EDIT));

        assertThat(ends.deleted(owner)).extracting(DeletedSpace::id).containsExactly(space.id());
        assertThat(ends.deleted(editor)).isEmpty();
        assertThatThrownBy(() -> ends.restore(editor, space.id())).isInstanceOf(NotFound.class);
        ends.restore(owner, space.id());
    }

    @Test
    void whenTheDaysAreOverAJobDeletesEverythingInSteps() {
        Viewer viewer = visitor.viewer();
        create("a");
        byHand.below(viewer, space, pageReader.page(space.id(), "a").orElseThrow(), 120);
        trash.delete(viewer, space, "page", 1);
        ends.delete(viewer, space, space.slug());
        Instant anHourAgo = clock.instant().minus(Duration.ofHours(1));

        sweep.delete(anHourAgo);
        assertThat(ends.deleted(viewer, space.id()).isRestorable()).isTrue();

        sweep.delete(clock.instant());
        assertThatThrownBy(() -> ends.restore(viewer, space.id())).isInstanceOf(NotFound.class);
        await("the end of the space").atMost(Duration.ofMinutes(2)).until(() -> rows("space", "id") == 0);
        for (String table :
                new String[] {"page", "trashed_page", "attachment", "old_path", "space_right", "deletion"}) {
            assertThat(rows(table, "space_id")).as(table).isZero();
        }
        spaces.create(viewer, space.slug(), "Free again", "");
    }

    @Test
    void aDeletedSpaceCanBeDeletedPermanentlyAtOnce() {
        ends.delete(visitor.viewer(), space, space.slug());

        long job = ends.destroy(visitor.viewer(), space.id());

        await("the end of the job")
                .atMost(Duration.ofMinutes(2))
                .until(() -> jobs.status(job).orElseThrow().state().isFinal());
        assertThat(jobs.status(job).orElseThrow().state()).isEqualTo(JobState.DONE);
        assertThat(rows("space", "id")).isZero();
    }

    @Test
    void addressesWithAFormerKeyLeadOn() {
        String first = space.slug();
        String second = first + "-b";
        keys.change(visitor.viewer(), space, second);
        assertThat(spaces.get(visitor.viewer(), first).slug()).isEqualTo(second);
        assertThat(spaces.get(visitor.viewer(), second).id()).isEqualTo(space.id());
        assertThatThrownBy(() -> spaces.create(visitor.viewer(), first, "Another", ""))
                .isInstanceOf(Refusal.class);

        keys.change(visitor.viewer(), spaces.get(visitor.viewer(), second), first);
        assertThat(spaces.get(visitor.viewer(), first).slug()).isEqualTo(first);
        assertThat(spaces.get(visitor.viewer(), second).slug()).isEqualTo(first);

        SpaceHead other = visitor.spaceWithAPage();
        assertThatThrownBy(() -> keys.change(visitor.viewer(), other, second)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> keys.change(visitor.viewer(), other, first)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> keys.change(visitor.viewer(), other, "No key")).isInstanceOf(Refusal.class);
    }

    private void create(String title) {
        pages.create(visitor.viewer(), space, "", new PageText(title, "Text", ""));
    }

    private long rows(String table, String column) {
        String query = "select count(*) from " + table + " where " + column + " = " + space.id();
        Object found =
                router.read(Freshness.NEWEST, em -> em.createNativeQuery(query).getSingleResult());
        return ((Number) found).longValue();
    }
}
