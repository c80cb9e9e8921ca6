package io.commonplace.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import io.commonplace.cluster.Broadcast;
import io.commonplace.cluster.TestGrid;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Editors on two clones, which are two members of a grid in this process. */
class OpenEditorsTest {
    @RegisterExtension
    static final TestGrid GRID = new TestGrid(2);

    private static final long PAGE = 12;
    private static final long OTHER_PAGE = 13;
    private static final long ANN = 1;
    private static final long BEN = 2;
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final ManualClock clock = new ManualClock();
    private final OpenEditors here = OpenEditors.of(GRID.broadcast(0), clock);
    private final OpenEditors there = OpenEditors.of(GRID.broadcast(1), clock);

    @Test
    void bothClonesKnowWhoEditsAPage() {
        here.open(PAGE, ANN);
        there.open(PAGE, BEN);
        there.open(OTHER_PAGE, BEN);

        awaitPeople(here, Set.of(ANN, BEN));
        awaitPeople(there, Set.of(ANN, BEN));
    }

    @Test
    void whoClosesTheEditorIsForgotten() {
        here.open(PAGE, ANN);
        here.open(PAGE, BEN);
        awaitPeople(there, Set.of(ANN, BEN));

        here.close(PAGE, ANN);

        awaitPeople(there, Set.of(BEN));
    }

    @Test
    void whoIsNoLongerAnnouncedIsForgotten() {
        here.open(PAGE, ANN);
        here.open(PAGE, BEN);
        awaitPeople(there, Set.of(ANN, BEN));
        clock.advance(OpenEditors.LIFETIME.minusSeconds(1));
        here.open(PAGE, BEN);
        here.open(OTHER_PAGE, BEN);
        await("the last message")
                .atMost(TIMEOUT)
                .until(() -> there.people(OTHER_PAGE).contains(BEN));
        assertThat(there.people(PAGE)).containsExactlyInAnyOrder(ANN, BEN);

        clock.advance(Duration.ofSeconds(1));

        assertThat(there.people(PAGE)).containsExactly(BEN);
    }

    @Test
    void thePeopleOfAPageAreBounded() {
        for (long person = 1; person <= OpenEditors.MAX_PEOPLE + 1; person++) {
            here.open(PAGE, person);
        }
        here.open(OTHER_PAGE, ANN);
        await("the last message")
                .atMost(TIMEOUT)
                .until(() -> there.people(OTHER_PAGE).contains(ANN));

        assertThat(there.people(PAGE)).hasSize(OpenEditors.MAX_PEOPLE);
    }

    @Test
    void editingGoesOnWithoutTheGrid() {
        // It has no grid to send to.
        OpenEditors alone = OpenEditors.of(new Broadcast(), clock);

        assertThatCode(() -> alone.open(PAGE, ANN)).doesNotThrowAnyException();
        assertThat(alone.people(PAGE)).isEmpty();
    }

    private static void awaitPeople(OpenEditors clone, Set<Long> people) {
        await("people on the page")
                .atMost(TIMEOUT)
                .until(() -> clone.people(PAGE).equals(people));
    }

    private static final class ManualClock extends Clock {
        private volatile Instant now = Instant.parse("2026-03-01T09:00:00Z");

        void advance(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
