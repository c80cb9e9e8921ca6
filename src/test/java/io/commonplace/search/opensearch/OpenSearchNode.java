package io.commonplace.search.opensearch;

import static org.awaitility.Awaitility.await;

import io.commonplace.search.SearchIndex;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;

/** A node of OpenSearch in a process and a folder of its own. It is killed when the tests end in any way. */
public final class OpenSearchNode implements AutoCloseable {
    private static final Path JARS = Path.of("target/opensearch/jars");
    private static final Path PROGRAM = Path.of("src/test/opensearch/SearchNode.java");
    private static final Duration START = Duration.ofMinutes(10);

    /** On a busy machine a test must not fail because it is slow. */
    private static final Duration PATIENT = Duration.ofMinutes(1);

    private final Path folder;
    private final int port;
    private @Nullable Process process;

    private OpenSearchNode(Path folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    /** Starts a node, and waits until it answers. */
    public static OpenSearchNode start() throws IOException {
        if (!Files.isDirectory(JARS)) {
            throw new IllegalStateException(
                    "The node's jars are missing: mvn -f src/test/opensearch dependency:copy-dependencies");
        }
        OpenSearchNode node = new OpenSearchNode(Files.createTempDirectory("commonplace-opensearch"), freePort());
        Runtime.getRuntime().addShutdownHook(new Thread(node::close));
        node.restart();
        return node;
    }

    /** Starts the node again after it was killed. */
    public void restart() throws IOException {
        Process started = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        JARS + "/*",
                        PROGRAM.toString(),
                        folder.toString(),
                        Integer.toString(port))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                .start();
        process = started;
        await("OpenSearch, whose log is " + log())
                .atMost(START)
                .ignoreExceptions()
                .failFast(() -> !started.isAlive())
                .until(() -> get("/_cluster/health?wait_for_status=yellow&timeout=30s")
                        .contains("\"timed_out\":false"));
    }

    private Path log() {
        return folder.resolve("node.log");
    }

    public void kill() {
        Process running = process;
        if (running != null) {
            running.destroyForcibly();
            running.onExit().join();
        }
    }

    /** Pauses the process: it accepts connections, but doesn't answer. */
    public void freeze() throws IOException, InterruptedException {
        signal("STOP");
    }

    public void thaw() throws IOException, InterruptedException {
        signal("CONT");
    }

    private void signal(String name) throws IOException, InterruptedException {
        long pid = Objects.requireNonNull(process).pid();
        new ProcessBuilder("kill", "-" + name, Long.toString(pid))
                .inheritIO()
                .start()
                .waitFor();
    }

    /** A new index with a name of its own, which this process feeds. */
    public SearchIndex index() {
        SearchIndex index = index("test-" + UUID.randomUUID(), "clone-1", Duration.ofMinutes(1));
        if (!index.isFedHere()) {
            throw new IllegalStateException("Somebody else feeds a new index");
        }
        return index;
    }

    /**
     * The index of that name, as a clone sees it.
     *
     * @param patience how long the clone that feeds it may be silent
     */
    public SearchIndex index(String name, String clone, Duration patience) {
        return index(name, clone, patience, PATIENT);
    }

    /** @param timeout for each answer to a search */
    public SearchIndex index(String name, String clone, Duration patience, Duration timeout) {
        OpenSearchSettings settings = OpenSearchSettings.of(
                        "http://127.0.0.1:" + port, Optional.empty(), Optional.empty(), name)
                .withTimeouts(timeout, timeout);
        return new OpenSearchEngine().open(settings, clone + "@" + UUID.randomUUID(), patience);
    }

    /** The answer to a request for a path. */
    public String get(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(40))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
    }

    /** The names of all indexes. */
    public List<String> indexes() throws IOException, InterruptedException {
        return get("/_cat/indices?h=index").lines().map(String::strip).sorted().toList();
    }

    @Override
    public void close() {
        kill();
        try {
            IOUtils.rm(folder);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }
}
