package io.commonplace.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.hazelcast.config.Config;
import com.hazelcast.config.JoinConfig;
import com.hazelcast.config.NetworkConfig;
import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastInstance;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two members of a grid in one process. Each begins and ends its application separately from its membership. */
class BroadcastTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final List<Integer> PORTS = new ArrayList<>();

    private static HazelcastInstance here;
    private static HazelcastInstance there;

    @BeforeAll
    static void makeTheGrid() throws IOException {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        try (ServerSocket one = new ServerSocket(0, 1, loopback);
                ServerSocket other = new ServerSocket(0, 1, loopback)) {
            PORTS.add(one.getLocalPort());
            PORTS.add(other.getLocalPort());
        }
        here = member(PORTS.get(0));
        there = member(PORTS.get(1));
        assertThat(here.getCluster().getMembers()).hasSize(2);
    }

    private static HazelcastInstance member(int port) {
        Config config =
                new Config().setClusterName("broadcast-test").setProperty("hazelcast.phone.home.enabled", "false");
        NetworkConfig network = config.getNetworkConfig().setPort(port).setPortAutoIncrement(false);
        network.getInterfaces().setEnabled(true).addInterface("127.0.0.1");
        JoinConfig join = network.getJoin();
        join.getAutoDetectionConfig().setEnabled(false);
        join.getMulticastConfig().setEnabled(false);
        PORTS.forEach(each -> join.getTcpIpConfig().setEnabled(true).addMember("127.0.0.1:" + each));
        return Hazelcast.newHazelcastInstance(config);
    }

    @AfterAll
    static void end() {
        there.shutdown();
        here.shutdown();
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
