package io.commonplace.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JudgeTest {
    private static final String PLACE = "north/a";

    private final List<Operation> operations = new ArrayList<>();
    private List<Text> history =
            List.of(new Text("a", "", true), new Text("t1", "a", false), new Text("t2", "t1", false));

    JudgeTest() {
        did(0, Kind.CREATE, 0, 9).wrote("a", "").at(PLACE).done();
        did(1, Kind.WRITE, 10, 19).wrote("t1", "a").done();
        did(2, Kind.WRITE, 20, 29).wrote("t2", "t1").done();
    }

    @Test
    void whatAReliableSiteShowsBreaksNoPromise() {
        did(1, Kind.READ, 21, 23).saw("t1").at(PLACE).done();
        did(1, Kind.READ, 24, 26).saw("t2").at(PLACE).done();
        did(2, Kind.READ, 30, 31).saw("t2").at(PLACE).done();
        did(3, Kind.RECENT, 30, 31).sawTitle("a").done();

        assertThat(broken()).isEmpty();
    }

    @Test
    void aReadBehindOnesOwnWriteIsFound() {
        did(2, Kind.HISTORY, 30, 31).saw("t1").at(PLACE).done();

        assertThat(broken()).containsExactly(Promise.READ_YOUR_WRITES);
    }

    @Test
    void aReadBehindAnEarlierReadIsFoundAlsoAcrossViews() {
        did(3, Kind.READ, 21, 23).saw("t2").at(PLACE).done();
        did(3, Kind.HISTORY, 24, 26).saw("t1").at(PLACE).done();

        assertThat(broken()).containsExactly(Promise.MONOTONIC_READS);
    }

    @Test
    void aViewBehindSomebodyElsesAcknowledgedWriteIsFound() {
        did(3, Kind.READ, 30, 31).saw("t1").at(PLACE).done();

        assertThat(broken()).containsExactly(Promise.STALE_READ);
    }

    @Test
    void aHistoryMayLagBehindSomebodyElsesWrite() {
        did(3, Kind.HISTORY, 30, 31).saw("t1").at(PLACE).done();

        assertThat(broken()).isEmpty();
    }

    @Test
    void aTitleIsOldOnlyWhenALaterTextChangedIt() {
        did(3, Kind.TREE, 30, 31).about("north").sawTitle("a").done();
        assertThat(broken()).isEmpty();

        history = List.of(new Text("a", "", true), new Text("t1", "a", false), new Text("t2", "t1", true));
        assertThat(broken()).containsExactly(Promise.STALE_READ);
    }

    @Test
    void anAcknowledgedWriteThatIsGoneIsFound() {
        did(1, Kind.WRITE, 30, 39).wrote("t3", "t2").done();

        assertThat(broken()).containsExactly(Promise.LOST_WRITE);
    }

    @Test
    void aWriteWithoutAnAnswerMayBeThereOrNot() {
        did(1, Kind.WRITE, 30, 39).wrote("t3", "t2").ended(Outcome.FAILED);
        assertThat(broken()).isEmpty();

        history = List.of(
                new Text("a", "", true),
                new Text("t1", "a", false),
                new Text("t2", "t1", false),
                new Text("t3", "t2", false));
        assertThat(broken()).isEmpty();
    }

    @Test
    void aWriteThatWasAppliedTwiceIsFound() {
        history = List.of(
                new Text("a", "", true),
                new Text("t1", "a", false),
                new Text("t2", "t1", false),
                new Text("t2", "t1", false));

        assertThat(broken()).containsExactlyInAnyOrder(Promise.DOUBLE_WRITE, Promise.BROKEN_CHAIN);
    }

    @Test
    void aTextThatWasWrittenOverUnseenIsFound() {
        history = List.of(new Text("a", "", true), new Text("t1", "a", false), new Text("t2", "a", false));

        assertThat(broken()).containsExactly(Promise.BROKEN_CHAIN);
    }

    @Test
    void aRefusedWriteThatWasAppliedIsFound() {
        did(1, Kind.WRITE, 30, 39).wrote("t3", "t2").ended(Outcome.CONFLICT);
        history = List.of(
                new Text("a", "", true),
                new Text("t1", "a", false),
                new Text("t2", "t1", false),
                new Text("t3", "t2", false));

        assertThat(broken()).containsExactly(Promise.REFUSED_WRITE);
    }

    @Test
    void aTextThatWasSeenAndNeverWasIsFound() {
        did(3, Kind.READ, 30, 31).saw("t9").at(PLACE).done();

        assertThat(broken()).containsExactly(Promise.PHANTOM);
    }

    @Test
    void aDeletedPageThatIsShownIsFound() {
        did(1, Kind.DELETE, 30, 39).done();
        did(3, Kind.READ, 35, 41).saw("t2").at(PLACE).done();
        assertThat(broken()).isEmpty();

        did(3, Kind.READ, 42, 43).saw("t2").at(PLACE).done();
        assertThat(broken()).containsExactly(Promise.RESURRECTION);
    }

    @Test
    void aRestoredPageThatIsMissingIsFound() {
        did(1, Kind.DELETE, 30, 39).done();
        did(1, Kind.RESTORE, 40, 49).at(PLACE).done();
        did(3, Kind.READ, 45, 55).ended(Outcome.ABSENT);
        assertThat(broken()).isEmpty();

        did(1, Kind.READ, 56, 57).ended(Outcome.ABSENT);
        did(3, Kind.READ, 58, 59).ended(Outcome.ABSENT);
        assertThat(broken()).containsExactly(Promise.READ_YOUR_WRITES, Promise.STALE_READ);
    }

    @Test
    void aDeletionWithoutAnAnswerMayHaveHappened() {
        did(1, Kind.DELETE, 30, 39).ended(Outcome.FAILED);
        did(3, Kind.READ, 50, 51).saw("t2").at(PLACE).done();
        did(3, Kind.READ, 60, 61).ended(Outcome.ABSENT);

        assertThat(broken()).isEmpty();
    }

    @Test
    void aMovedPageThatIsShownWhereItWasIsFound() {
        did(1, Kind.MOVE, 30, 39).at("east/a-t5").done();
        did(3, Kind.READ, 40, 41).saw("t2").at("east/a-t5").done();
        assertThat(broken()).isEmpty();

        did(3, Kind.READ, 42, 43).saw("t2").at(PLACE).done();
        assertThat(broken()).containsExactly(Promise.STALE_READ);
    }

    @Test
    void aTreeWithoutAPageOrWithADeletedOneIsFound() {
        did(3, Kind.TREE, 30, 31).about("north").done();
        assertThat(broken()).containsExactly(Promise.STALE_READ);

        did(1, Kind.DELETE, 32, 39).done();
        did(3, Kind.TREE, 40, 41).about("north").sawTitle("a").done();
        assertThat(broken()).containsExactly(Promise.STALE_READ, Promise.RESURRECTION);
    }

    @Test
    void whoIsSignedOutWithoutHavingAskedForItIsFound() {
        did(3, Kind.READ, 30, 31).ended(Outcome.SIGNED_OUT);

        assertThat(broken()).containsExactly(Promise.SESSION);
    }

    private List<Promise> broken() {
        return Judge.violations(operations, new Histories(Map.of("a", history))).stream()
                .map(Violation::promise)
                .toList();
    }

    private Deed did(int session, Kind kind, long start, long end) {
        return new Deed(session, kind, start, end);
    }

    /** An operation on the page, in the making. */
    private final class Deed {
        private final int session;
        private final Kind kind;
        private final long start;
        private final long end;
        private final List<Sight> sights = new ArrayList<>();
        private String page = "a";
        private @Nullable Text written;
        private @Nullable String place;

        private Deed(int session, Kind kind, long start, long end) {
            this.session = session;
            this.kind = kind;
            this.start = start;
            this.end = end;
        }

        private Deed about(String other) {
            page = other;
            return this;
        }

        private Deed wrote(String token, String base) {
            written = new Text(token, base, false);
            return this;
        }

        private Deed at(String where) {
            place = where;
            return this;
        }

        private Deed saw(String token) {
            sights.add(new Sight("a", token, false, PLACE));
            return this;
        }

        private Deed sawTitle(String token) {
            sights.add(new Sight("a", token, true, PLACE));
            return this;
        }

        private void done() {
            ended(Outcome.DONE);
        }

        private void ended(Outcome outcome) {
            operations.add(
                    new Operation(session, kind, page, start, end, outcome, "clone-1", written, sights, place, ""));
        }
    }
}
