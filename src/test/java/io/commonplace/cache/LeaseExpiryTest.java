package io.commonplace.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.commonplace.platform.LiveMembers.Presence;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LeaseExpiryTest {
    private static final Duration TERM = Duration.ofSeconds(2);
    private static final long NOW = seconds(1000);

    @Test
    void noCloneIsWaitedForWhenAllHaveAcknowledged() {
        LeaseExpiry leaseExpiry = new LeaseExpiry(TERM, Map.of("a", NOW, "b", NOW));
        assertThat(leaseExpiry.ofAll(Set.of("a", "b"), Set.of(), present(NOW, "a", "b"), NOW))
                .isZero();
        assertThat(leaseExpiry.ofMembers(Set.of(), NOW)).isZero();
    }

    @Test
    void aSilentMemberIsWaitedForUntilOneTermAfterItsLastGrant() {
        LeaseExpiry leaseExpiry = new LeaseExpiry(TERM, Map.of("a", NOW, "b", NOW - seconds(1)));
        assertThat(leaseExpiry.ofMembers(Set.of("b"), NOW)).isEqualTo(seconds(1));
        assertThat(leaseExpiry.ofAll(Set.of("a", "b"), Set.of("b"), presentForLong("a", "b"), NOW))
                .isEqualTo(seconds(1));
        assertThat(leaseExpiry.ofAll(Set.of("a", "b"), Set.of("b"), presentForLong("a", "b"), NOW + seconds(1)))
                .isNotPositive();
    }

    @Test
    void aMemberThatHasJustLeftMayStillHaveALease() {
        LeaseExpiry leaseExpiry = new LeaseExpiry(TERM, Map.of("a", NOW, "gone", NOW - seconds(1)));
        assertThat(leaseExpiry.ofAll(Set.of("a"), Set.of(), presentForLong("a"), NOW))
                .isEqualTo(seconds(1));
    }

    @Test
    void theOtherSideOfASplitGridKnowsThisCloneByItsHeartbeat() {
        LeaseExpiry leaseExpiry = new LeaseExpiry(TERM, Map.of("a", NOW));
        assertThat(leaseExpiry.ofAll(Set.of("a"), Set.of(), presentForLong("a", "other"), NOW))
                .isNotPositive();
    }

    /** It was paused, and the other one has taken it for gone, in the grid and in the database. */
    @Test
    void aCloneThatWasTakenForGoneWaitsUntilItIsListedAgain() {
        LeaseExpiry leaseExpiry = new LeaseExpiry(TERM, Map.of("a", NOW, "b", NOW - seconds(9)));
        assertThat(leaseExpiry.ofAll(Set.of("a", "b"), Set.of("b"), present(NOW + seconds(1), "a", "b"), NOW))
                .as("before it knows that the grid has removed it")
                .isEqualTo(seconds(3));
        assertThat(leaseExpiry.ofAll(Set.of("a"), Set.of(), present(NOW + seconds(1), "a", "b"), NOW))
                .as("alone in a grid of its own")
                .isEqualTo(seconds(3));
        assertThat(leaseExpiry.ofAll(Set.of("a", "b"), Set.of(), present(NOW + seconds(1), "a", "b"), NOW))
                .as("with the other one's acknowledgement")
                .isZero();
    }

    @Test
    void withoutACurrentHeartbeatItWaits() {
        LeaseExpiry leaseExpiry = new LeaseExpiry(TERM, Map.of("a", NOW));
        assertThat(leaseExpiry.ofAll(Set.of("a"), Set.of(), Optional.empty(), NOW))
                .isPositive();
    }

    private static Optional<Presence> presentForLong(String... members) {
        return present(NOW - seconds(100), members);
    }

    private static Optional<Presence> present(long listedSince, String... members) {
        return Optional.of(new Presence(Set.of(members), listedSince));
    }

    private static long seconds(long count) {
        return Duration.ofSeconds(count).toNanos();
    }
}
