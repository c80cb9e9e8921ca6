package io.commonplace.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HistoryCheckerTest {
    private static final String PLACE = "north/a";
    private static final long SETTLED = 100 + LinkChecker.SETTLING.toNanos();

    private final List<Operation> operations = new ArrayList<>();
    private List<Text> history =
            List.of(new Text("a", "", true), new Text("t1", "a", false), new Text("t2", "t1", false));

    HistoryCheckerTest() {
        operation(0, OperationKind.CREATE, 0, 9).wrote("a", "").at(PLACE).done();
        operation(1, OperationKind.WRITE, 10, 19).wrote("t1", "a").done();
        operation(2, OperationKind.WRITE, 20, 29).wrote("t2", "t1").done();
    }

    @Test
    void aConsistentHistoryHasNoViolation() {
        operation(1, OperationKind.READ, 21, 23).saw("t1").at(PLACE).done();
        operation(1, OperationKind.READ, 24, 26).saw("t2").at(PLACE).done();
        operation(2, OperationKind.READ, 30, 31).saw("t2").at(PLACE).done();
        operation(3, OperationKind.RECENT, 30, 31).sawTitle("a").done();

        assertThat(violated()).isEmpty();
    }

    @Test
    void aReadOlderThanAnOwnWriteIsFound() {
        operation(2, OperationKind.HISTORY, 30, 31).saw("t1").at(PLACE).done();

        assertThat(violated()).containsExactly(Invariant.READ_YOUR_WRITES);
    }

    @Test
    void aReadOlderThanAnEarlierReadIsFoundAcrossViews() {
        operation(3, OperationKind.READ, 21, 23).saw("t2").at(PLACE).done();
        operation(3, OperationKind.HISTORY, 24, 26).saw("t1").at(PLACE).done();

        assertThat(violated()).containsExactly(Invariant.MONOTONIC_READS);
    }

    @Test
    void aViewOlderThanAnAcknowledgedWriteIsFound() {
        operation(3, OperationKind.READ, 30, 31).saw("t1").at(PLACE).done();

        assertThat(violated()).containsExactly(Invariant.STALE_READ);
    }

    @Test
    void aHistoryMayLagBehindTheWritesOfOthers() {
        operation(3, OperationKind.HISTORY, 30, 31).saw("t1").at(PLACE).done();

        assertThat(violated()).isEmpty();
    }

    @Test
    void aSearchThatFindsAnOldTextIsFound() {
        operation(3, OperationKind.SEARCH, 30, 31).saw("t1").at(PLACE).done();

        assertThat(violated()).containsExactly(Invariant.STALE_READ);
    }

    @Test
    void aSearchThatMissesAPageIsFound() {
        operation(3, OperationKind.SEARCH, 30, 31).ended(Outcome.ABSENT);

        assertThat(violated()).containsExactly(Invariant.STALE_READ);
    }

    @Test
    void aTitleIsStaleOnlyIfALaterTextChangedIt() {
        operation(3, OperationKind.TREE, 30, 31).about("north").sawTitle("a").done();
        assertThat(violated()).isEmpty();

        history = List.of(new Text("a", "", true), new Text("t1", "a", false), new Text("t2", "t1", true));
        assertThat(violated()).containsExactly(Invariant.STALE_READ);
    }

    @Test
    void aLostAcknowledgedWriteIsFound() {
        operation(1, OperationKind.WRITE, 30, 39).wrote("t3", "t2").done();

        assertThat(violated()).containsExactly(Invariant.LOST_WRITE);
    }

    @Test
    void aWriteWithoutAnAnswerMayBeAppliedOrNot() {
        operation(1, OperationKind.WRITE, 30, 39).wrote("t3", "t2").ended(Outcome.FAILED);
        assertThat(violated()).isEmpty();

        history = List.of(
                new Text("a", "", true),
                new Text("t1", "a", false),
                new Text("t2", "t1", false),
                new Text("t3", "t2", false));
        assertThat(violated()).isEmpty();
    }

    @Test
    void aWriteThatWasAppliedTwiceIsFound() {
        history = List.of(
                new Text("a", "", true),
                new Text("t1", "a", false),
                new Text("t2", "t1", false),
                new Text("t2", "t1", false));

        assertThat(violated()).containsExactlyInAnyOrder(Invariant.DOUBLE_WRITE, Invariant.BROKEN_CHAIN);
    }

    @Test
    void anUnseenOverwriteIsFound() {
        history = List.of(new Text("a", "", true), new Text("t1", "a", false), new Text("t2", "a", false));

        assertThat(violated()).containsExactly(Invariant.BROKEN_CHAIN);
    }

    @Test
    void aRefusedWriteThatWasAppliedIsFound() {
        operation(1, OperationKind.WRITE, 30, 39).wrote("t3", "t2").ended(Outcome.CONFLICT);
        history = List.of(
                new Text("a", "", true),
                new Text("t1", "a", false),
                new Text("t2", "t1", false),
                new Text("t3", "t2", false));

        assertThat(violated()).containsExactly(Invariant.REFUSED_WRITE);
    }

    @Test
    void aTextThatIsInNoHistoryIsFound() {
        operation(3, OperationKind.READ, 30, 31).saw("t9").at(PLACE).done();

        assertThat(violated()).containsExactly(Invariant.PHANTOM);
    }

    @Test
    void aDeletedPageThatIsShownIsFound() {
        operation(1, OperationKind.DELETE, 30, 39).done();
        operation(3, OperationKind.READ, 35, 41).saw("t2").at(PLACE).done();
        assertThat(violated()).isEmpty();

        operation(3, OperationKind.READ, 42, 43).saw("t2").at(PLACE).done();
        assertThat(violated()).containsExactly(Invariant.RESURRECTION);
    }

    @Test
    void aRestoredPageThatIsMissingIsFound() {
        operation(1, OperationKind.DELETE, 30, 39).done();
        operation(1, OperationKind.RESTORE, 40, 49).at(PLACE).done();
        operation(3, OperationKind.READ, 45, 55).ended(Outcome.ABSENT);
        assertThat(violated()).isEmpty();

        operation(1, OperationKind.READ, 56, 57).ended(Outcome.ABSENT);
        operation(3, OperationKind.READ, 58, 59).ended(Outcome.ABSENT);
        assertThat(violated()).containsExactly(Invariant.READ_YOUR_WRITES, Invariant.STALE_READ);
    }

    @Test
    void aDeletionWithoutAnAnswerMayHaveHappened() {
        operation(1, OperationKind.DELETE, 30, 39).ended(Outcome.FAILED);
        operation(3, OperationKind.READ, 50, 51).saw("t2").at(PLACE).done();
        operation(3, OperationKind.READ, 60, 61).ended(Outcome.ABSENT);

        assertThat(violated()).isEmpty();
    }

    @Test
    void aMovedPageShownAtItsOldAddressIsFound() {
        operation(1, OperationKind.MOVE, 30, 39).at("east/a-t5").done();
        operation(3, OperationKind.READ, 40, 41).saw("t2").at("east/a-t5").done();
        assertThat(violated()).isEmpty();

        operation(3, OperationKind.READ, 42, 43).saw("t2").at(PLACE).done();
        assertThat(violated()).containsExactly(Invariant.STALE_READ);
    }

    @Test
    void aTreeWithAMissingOrADeletedPageIsFound() {
        operation(3, OperationKind.TREE, 30, 31).about("north").done();
        assertThat(violated()).containsExactly(Invariant.STALE_READ);

        operation(1, OperationKind.DELETE, 32, 39).done();
        operation(3, OperationKind.TREE, 40, 41).about("north").sawTitle("a").done();
        assertThat(violated()).containsExactly(Invariant.STALE_READ, Invariant.RESURRECTION);
    }

    @Test
    void anUnexpectedSignOutIsFound() {
        operation(3, OperationKind.READ, 30, 31).ended(Outcome.SIGNED_OUT);

        assertThat(violated()).containsExactly(Invariant.SESSION);
    }

    @Test
    void aLinkToADeletedPageIsFoundAfterSomeTime() {
        operation(1, OperationKind.DELETE, 30, 31).done();
        operation(3, OperationKind.LINK, 40, 41).at(PLACE).done();
        operation(3, OperationKind.LINK, SETTLED, SETTLED + 1).done();
        assertThat(violated()).isEmpty();

        operation(3, OperationKind.LINK, SETTLED, SETTLED + 1).at(PLACE).done();
        assertThat(violated()).containsExactly(Invariant.LINK);
    }

    @Test
    void aBrokenLinkToAPageThatIsThereIsFound() {
        operation(3, OperationKind.LINK, SETTLED, SETTLED + 1).done();
        assertThat(violated()).containsExactly(Invariant.LINK);
    }

    @Test
    void aLinkMayLeadToAFormerAddressButNotElsewhere() {
        operation(1, OperationKind.MOVE, 30, 31).at("east/a-t9").done();
        operation(3, OperationKind.LINK, SETTLED, SETTLED + 1).at(PLACE).done();
        operation(3, OperationKind.LINK, SETTLED, SETTLED + 1).at("east/a-t9").done();
        assertThat(violated()).isEmpty();

        operation(3, OperationKind.LINK, SETTLED, SETTLED + 1).at("west/b").done();
        assertThat(violated()).containsExactly(Invariant.LINK);
    }

    @Test
    void aLinkIsNotJudgedAfterAChangeThatMayHaveHappened() {
        operation(1, OperationKind.DELETE, 30, 31).ended(Outcome.FAILED);
        operation(3, OperationKind.LINK, SETTLED, SETTLED + 1).done();
        assertThat(violated()).isEmpty();
    }

    private List<Invariant> violated() {
        return HistoryChecker.violations(operations, new Histories(Map.of("a", history))).stream()
                .map(Violation::invariant)
                .toList();
    }

    private OperationBuilder operation(int session, OperationKind kind, long start, long end) {
        return new OperationBuilder(session, kind, start, end);
    }

    /** Builds an operation on the page. */
    private final class OperationBuilder {
        private final int session;
        private final OperationKind kind;
        private final long start;
        private final long end;
        private final List<Observation> observations = new ArrayList<>();
        private String page = "a";
        private @Nullable Text written;
        private @Nullable String place;

        private OperationBuilder(int session, OperationKind kind, long start, long end) {
            this.session = session;
            this.kind = kind;
            this.start = start;
            this.end = end;
        }

        private OperationBuilder about(String other) {
            page = other;
            return this;
        }

        private OperationBuilder wrote(String token, String base) {
            written = new Text(token, base, false);
            return this;
        }

        private OperationBuilder at(String where) {
            place = where;
            return this;
        }

        private OperationBuilder saw(String token) {
            observations.add(new Observation("a", token, false, PLACE));
            return this;
        }

        private OperationBuilder sawTitle(String token) {
            observations.add(new Observation("a", token, true, PLACE));
            return this;
        }

        private void done() {
            ended(Outcome.DONE);
        }

        private void ended(Outcome outcome) {
            operations.add(new Operation(
                    session, kind, page, start, end, outcome, "clone-1", written, observations, place, ""));
        }
    }
}
