package io.commonplace.outside;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * An additional clone with its own settings, started like any other. It works on the cluster's jobs, and gets requests only
 * from the test.
 */
final class FurtherClone implements AutoCloseable {
    static final String NAME = "clone-4";

    private final Path log = Cluster.data().resolve("logs/" + NAME + ".log").toAbsolutePath();
    private final Process process;

    /** @param environment in addition to that of every clone; see payara-config/run */
    FurtherClone(Map<String, String> environment) {
        try {
            Path image = Files.createDirectories(Cluster.data().resolve(NAME)).resolve("image");
            Files.deleteIfExists(image);
            Files.createSymbolicLink(
                    image, Cluster.data().resolve("images/newest").toRealPath());
            ProcessBuilder builder = new ProcessBuilder(
                            Path.of("payara-config/run").toAbsolutePath().toString(), NAME)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            builder.environment()
                    .put("COMMONPLACE_HOME", Path.of("").toAbsolutePath().toString());
            builder.environment()
                    .put("COMMONPLACE_DATA", Cluster.data().toAbsolutePath().toString());
            builder.environment().putAll(environment);
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        await("a further clone")
                .atMost(Duration.ofMinutes(5))
                .pollInterval(Duration.ofMillis(500))
                .ignoreExceptions()
                .until(() -> Cluster.isReady(NAME));
    }

    String url() {
        return Cluster.urlOf(NAME);
    }

    /** Its log so far. */
    List<String> log() {
        try {
            return Files.readAllLines(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(40, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
