package io.commonplace.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.hazelcast.core.HazelcastInstance;
import java.time.Duration;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two members of a grid in one process. Each begins and ends its application separately from its membership. */
class BroadcastTest {
    @RegisterExtension
    static final TestGrid GRID = new TestGrid(2);

    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final HazelcastInstance here = GRID.member(0);
    private final HazelcastInstance there = GRID.member(1);

    @BeforeAll
    static void bothAreMembers() {
        assertThat(GRID.member(0).getCluster().getMembers()).hasSize(2);
    }

    @Test
    void aMemberCountsFromItsGreetingToItsFarewell() {
        Broadcast first = Broadcast.of(here);
        await("its own greeting")
                .atMost(TIMEOUT)
                .until(() -> first.activeMembers().contains(first.localId()));
        assertThat(first.activeMembers()).as("no application there").containsExactly(first.localId());

        Broadcast second = Broadcast.of(there);
        await("the other's greeting")
                .atMost(TIMEOUT)
                .until(() -> first.activeMembers().contains(second.localId()));

        second.stop();
        await("its farewell").atMost(TIMEOUT).until(() -> !first.activeMembers().contains(second.localId()));
        assertThat(here.getCluster().getMembers()).as("it is still a member").hasSize(2);
        first.stop();
    }

    @Test
    void nobodyWaitsForAMemberWithoutTheApplication() {
        Broadcast first = Broadcast.of(here);
        Broadcast second = Broadcast.of(there);
        await("both").atMost(TIMEOUT).until(() -> first.activeMembers().size() == 2);
        var received = new CopyOnWriteArrayList<String>();
        first.on("news", message -> {});
        second.on("news", received::add);

        assertThat(first.sendAndAwait("news", "one", TIMEOUT)).isTrue();
        assertThat(received).containsExactly("one");

        second.stop();
        await("its farewell").atMost(TIMEOUT).until(() -> first.activeMembers().size() == 1);
        assertThat(first.sendAndAwait("news", "two", TIMEOUT)).isTrue();
        assertThat(received).containsExactly("one");
        first.stop();
    }

    @Test
    void aMemberThatDoesNotAcknowledgeIsMissed() {
        Broadcast first = Broadcast.of(here);
        Broadcast second = Broadcast.of(there);
        await("both").atMost(TIMEOUT).until(() -> first.activeMembers().size() == 2);
        second.onRequest("lease", sender -> false);
        first.onRequest("lease", sender -> true);

        assertThat(first.sendAndAwait("lease", "", Duration.ofMillis(500))).isFalse();
        assertThat(first.lastGrants()).containsKey(first.localId());
        assertThat(first.lastGrants()).doesNotContainKey(second.localId());
        second.stop();
        first.stop();
    }
}
