package io.commonplace.cluster;

import com.hazelcast.config.Config;
import com.hazelcast.config.JoinConfig;
import com.hazelcast.config.NetworkConfig;
import com.hazelcast.config.TcpIpConfig;
import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastInstance;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A grid of its own for a test class, as its static {@code @RegisterExtension}. Its members are in this process. They listen
 * on the loopback interface at free ports, and know of no other members, so that no two grids on a machine ever meet.
 */
public final class TestGrid implements BeforeAllCallback, AfterAllCallback {
    private final String name = "test-" + UUID.randomUUID();
    private final List<HazelcastInstance> members = new ArrayList<>();
    private final int size;

    /** A grid of one member. */
    public TestGrid() {
        this(1);
    }

    public TestGrid(int size) {
        this.size = size;
    }

    /** The first member. */
    public HazelcastInstance member() {
        return member(0);
    }

    public HazelcastInstance member(int number) {
        return members.get(number);
    }

    /** The maps as the first member sees them. */
    public GridMaps maps() {
        return GridMaps.of(member());
    }

    /** The broadcast of an application on this member. */
    public Broadcast broadcast(int number) {
        return Broadcast.of(member(number));
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        start();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        stop();
    }

    TestGrid start() {
        while (members.size() < size) {
            members.add(Hazelcast.newHazelcastInstance(configuration()));
        }
        return this;
    }

    void stop() {
        // The first one last: the others would try to reach it.
        while (!members.isEmpty()) {
            members.remove(members.size() - 1).shutdown();
        }
    }

    private Config configuration() {
        Config config = new Config()
                .setClusterName(name)
                .setProperty("hazelcast.phone.home.enabled", "false")
                .setProperty("hazelcast.socket.bind.any", "false");
        NetworkConfig network = config.getNetworkConfig().setPort(0);
        network.getInterfaces().setEnabled(true).addInterface("127.0.0.1");
        JoinConfig join = network.getJoin();
        join.getAutoDetectionConfig().setEnabled(false);
        join.getMulticastConfig().setEnabled(false);
        TcpIpConfig others = join.getTcpIpConfig().setEnabled(true);
        members.forEach(member -> others.addMember("127.0.0.1:" + port(member)));
        return config;
    }

    private static int port(HazelcastInstance member) {
        return member.getCluster().getLocalMember().getAddress().getPort();
    }
}
