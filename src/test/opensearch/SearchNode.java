import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.opensearch.analysis.common.CommonAnalysisPlugin;
import org.opensearch.common.settings.Settings;
import org.opensearch.node.InternalSettingsPreparer;
import org.opensearch.node.Node;
import org.opensearch.transport.Netty4Plugin;

/**
 * Runs one node of OpenSearch until it is killed: {@code java -cp 'target/opensearch/jars/*' SearchNode.java FOLDER PORT}. It
 * listens on loopback. It is no part of the other sources, because it needs other versions of libraries than they do.
 */
class SearchNode extends Node {
    SearchNode(Path folder, String port) {
        super(
                InternalSettingsPreparer.prepareEnvironment(
                        Settings.builder()
                                .put("path.home", folder.toString())
                                .put("cluster.name", "commonplace-test")
                                .put("discovery.type", "single-node")
                                .put("network.host", "127.0.0.1")
                                .put("http.type", "netty4")
                                .put("http.port", port)
                                .put("transport.type", "netty4")
                                .put("transport.port", "0")
                                .put("cluster.routing.allocation.disk.threshold_enabled", false)
                                .build(),
                        Map.of(),
                        null,
                        () -> "test"),
                List.of(Netty4Plugin.class, CommonAnalysisPlugin.class),
                true);
    }

    public static void main(String[] arguments) throws Exception {
        new SearchNode(Path.of(arguments[0]), arguments[1]).start();
        // The node's own threads don't keep the process alive.
        new CountDownLatch(1).await();
    }
}
