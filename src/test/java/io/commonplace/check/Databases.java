package io.commonplace.check;

import io.commonplace.outside.Cluster;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/** The database servers, administered through their sockets. */
final class Databases {
    private static final int SLOTS = 4;
    private static final Duration TIMEOUT = Duration.ofMinutes(3);

    private final Path data = Cluster.data().toAbsolutePath();

    String primary() {
        try {
            return Files.readString(data.resolve("primary")).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> replicas() {
        return IntStream.rangeClosed(1, SLOTS)
                .mapToObj(number -> "database-" + number)
                .filter(part -> !part.equals(primary()) && Files.exists(data.resolve("run/" + part + ".pid")))
                .toList();
    }

    /** @return the output of the statements, without headings */
    String sql(String part, String statements) {
        return Command.run(
                statements,
                data.resolve("servers/mariadb/bin/mariadb").toString(),
                "--no-defaults",
                "--socket=" + data.resolve("run/" + part + ".sock"),
                "--user=" + System.getProperty("user.name"),
                "--skip-ssl",
                "--connect-timeout=3",
                "--batch",
                "--skip-column-names");
    }

    /** Waits until each replica has applied everything that the primary has. */
    void awaitFollowing() {
        Waiting.await("the replicas have caught up", TIMEOUT, () -> {
            String position = sql(primary(), "select @@global.gtid_binlog_pos").strip();
            return !position.isEmpty()
                    && replicas().stream()
                            .allMatch(part -> sql(part, "select master_gtid_wait('" + position + "', 1)")
                                    .strip()
                                    .equals("0"));
        });
    }
}
