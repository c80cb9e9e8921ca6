package io.commonplace.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Switchover and failover of the databases during writes; no acknowledged write is lost. */
class DatabaseIT {
    private static final Logger LOG = Logger.getLogger(DatabaseIT.class.getName());
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final String primary = Cluster.primary();
    private final String replica = Cluster.replica();

    @BeforeEach
    void everythingIsOnAReplica() {
        await("in sync").atMost(PATIENCE).until(Cluster::isInSync);
    }

    @AfterEach
    void theClusterIsWholeAgain() {
        if (!Cluster.primary().equals(primary)) {
            Command.mustRun("rejoin", primary);
            Command.mustRun("promote", primary);
        }
        Cluster.awaitWhole();
    }

    @Test
    void aSwitchoverLosesNothing() throws SQLException {
        Visitor administrator = Visitor.administrator();
        Space space = Space.make(administrator, "switched");
        List<Visitor> people = Stream.generate(Visitor::administrator).limit(8).toList();
        for (int i = 0; i < people.size(); i++) {
            people.get(i).prefer(Cluster.CLONES.get(i % 2));
        }
        try (Writers writers = Writers.start(4)) {
            awaitWrites(writers, 100);
            assertThat(created(space, people, "before")).containsOnly(302);

            Command promoted = Command.mustRun("promote", replica);

            // Uses connections that were closed while they were idle in the clones' pools.
            assertThat(created(space, people, "after")).containsOnly(302);
            awaitWrites(writers, writers.count() + 100);
            writers.stop();
            assertThat(Cluster.primary()).isEqualTo(replica);
            assertThat(promoted.output()).contains(replica + " takes writes now", primary + " follows " + replica);
            assertThat(writers.missingOn(replica)).isEmpty();
            LOG.info(() -> "The longest time without an acknowledged write: " + writers.gap());
            assertThat(writers.gap()).isLessThan(Duration.ofSeconds(15));
            awaitAllOn(primary, writers);
            assertThat(isReadOnly(primary))
                    .as("the former primary takes no writes")
                    .isTrue();
        }
    }

    /** All at the same time, so that each clone needs several connections. @return the statuses */
    private static List<Integer> created(Space space, List<Visitor> people, String name) {
        List<CompletableFuture<Integer>> answers = new ArrayList<>();
        for (Visitor person : people) {
            String title = name + "-" + answers.size();
            answers.add(CompletableFuture.supplyAsync(
                    () -> space.create(person, title, title).status()));
        }
        return answers.stream().map(CompletableFuture::join).toList();
    }

    @Tag("thorough")
    @Test
    void aSwitchoverInterruptsAStatementThatWaitsForARow() throws SQLException {
        Connection holder = Cluster.database();
        try (Connection waiting = Cluster.database()) {
            holder.setAutoCommit(false);
            changeARow(holder);
            CompletableFuture<Integer> end = CompletableFuture.supplyAsync(() -> errorOf(waiting));

            Command.mustRun("promote", replica);

            assertThat(end.join()).as("interrupted").isEqualTo(1317);
            assertThat(Cluster.primary()).isEqualTo(replica);
        } finally {
            // The server has closed the connection.
            holder.abort(Runnable::run);
        }
    }

    private static int errorOf(Connection connection) {
        try {
            changeARow(connection);
            return 0;
        } catch (SQLException e) {
            return e.getErrorCode();
        }
    }

    private static void changeARow(Connection connection) throws SQLException {
        try (Statement update = connection.createStatement()) {
            // Longer than the promotion.
            update.execute("set innodb_lock_wait_timeout = 100");
            update.executeUpdate("update id_block set next_value = next_value where name = 'any'");
        }
    }

    @Tag("thorough")
    @Test
    void aFrozenPrimaryIsReplacedAndRejoinsAsAReplica() throws SQLException {
        Visitor writer = Visitor.administrator();
        Space space = Space.make(writer, "promoted");
        space.create(writer, "page", "Before");
        try (Writers writers = Writers.start(4)) {
            awaitWrites(writers, 100);
            Cluster.freeze(primary);

            Command.mustRun("promote");

            long promoted = System.nanoTime();
            int before = writers.count();
            await("a person's save")
                    .atMost(Duration.ofSeconds(15))
                    .until(() -> space.save(writer, "page", "After").status() == 302);
            Duration saved = Duration.ofNanos(System.nanoTime() - promoted);
            LOG.info(() -> "After the promotion until a person's save was accepted: " + saved);
            await("writes again").atMost(Duration.ofSeconds(15)).until(() -> writers.count() > before);
            assertThat(Cluster.primary()).isEqualTo(replica);
            assertThat(writers.missingOn(replica)).isEmpty();
            Command.mustRun("rejoin", primary);
            awaitWrites(writers, writers.count() + 100);
            writers.stop();
            LOG.info(() -> "The longest time without an acknowledged write: " + writers.gap());
            assertThat(writers.missingOn(replica)).isEmpty();
            awaitAllOn(primary, writers);
        }
    }

    @Tag("thorough")
    @Test
    void aKilledPrimaryIsReplacedOrRecoversWithoutLoss() throws SQLException {
        try (Writers writers = Writers.start(4)) {
            awaitWrites(writers, 100);
            Cluster.kill(primary);

            Command.mustRun("promote", replica);

            awaitWrites(writers, writers.count() + 100);
            writers.stop();
            assertThat(writers.missingOn(replica)).isEmpty();
            Command.mustRun("rejoin", primary);
            awaitAllOn(primary, writers);
        }
    }

    @Tag("thorough")
    @Test
    void aReplicaThatMayLackCommitsIsNotPromoted() throws SQLException {
        try (Writers writers = Writers.start(1)) {
            awaitWrites(writers, 1);
            Cluster.freeze(replica);
            awaitWrites(writers, writers.count() + 20);
            assertThat(Cluster.isInSync()).isFalse();
            Cluster.freeze(primary);
            Cluster.wake(replica);
            try {
                Command refused = Command.run("promote");

                assertThat(refused.result()).isNotZero();
                assertThat(refused.output()).contains(primary + " was alone", "--force");
                assertThat(Cluster.primary()).isEqualTo(primary);
            } finally {
                Cluster.wake(primary);
            }
            awaitWrites(writers, writers.count() + 20);
            writers.stop();
            awaitAllOn(replica, writers);
        }
    }

    @Tag("thorough")
    @Test
    void aForcedPromotionSetsTheLostCommitsAside() throws SQLException, IOException {
        try (Writers writers = Writers.start(1)) {
            Visitor reader = Visitor.administrator();
            awaitWrites(writers, 1);
            Cluster.freeze(replica);
            // The connection is closed, so no later statement waits in it.
            Cluster.kill(primary);
            await("back, and alone").atMost(PATIENCE).until(() -> !Cluster.isInSync());
            awaitWrites(writers, writers.count() + 20);
            Cluster.freeze(primary);
            Cluster.wake(replica);

            Command forced = Command.mustRun("promote", "--force");

            assertThat(forced.output()).contains(primary + " was alone", "Continuing because of --force");
            assertThat(Cluster.primary()).isEqualTo(replica);
            awaitWrites(writers, writers.count() + 20);
            assertThat(writers.missingOn(replica)).as("lost, as was said").isNotEmpty();
            assertThat(reader.get("/password").status()).as("still signed in").isEqualTo(200);

            Command back = Command.mustRun("rejoin", primary);

            assertThat(back.output()).contains(primary + " has transactions that " + replica + " lacks");
            try (var kept = Files.list(Cluster.data().resolve(primary))) {
                assertThat(kept.map(file -> file.getFileName().toString()))
                        .anyMatch(name -> name.startsWith("diverged-"));
            }
            writers.stop();
            await("the same on both")
                    .atMost(PATIENCE)
                    .until(() -> writers.missingOn(primary).equals(writers.missingOn(replica)));
        }
    }

    @Tag("thorough")
    @Test
    void theWatcherFailsOverAutomaticallyIfEnabled() throws SQLException {
        Command.mustRun("up", "--auto-failover");
        Command.mustRun("restart", "watcher");
        try (Writers writers = Writers.start(2)) {
            awaitWrites(writers, 50);
            Cluster.freeze(primary);

            await("the other one is the primary")
                    .atMost(Duration.ofSeconds(90))
                    .until(() -> Cluster.primary().equals(replica));

            awaitWrites(writers, writers.count() + 50);
            writers.stop();
            assertThat(writers.missingOn(replica)).isEmpty();
            awaitAllOn(primary, writers);
            LOG.info(() -> "By itself; the longest time without an acknowledged write: " + writers.gap());
        } finally {
            // The watcher may still be working.
            await("nobody else at work")
                    .atMost(PATIENCE)
                    .until(() -> Command.run("up", "--no-auto-failover").result() == 0);
            Command.mustRun("restart", "watcher");
        }
    }

    private static boolean isReadOnly(String database) throws SQLException {
        try (Connection connection = Cluster.database(database);
                Statement select = connection.createStatement();
                ResultSet row = select.executeQuery("select @@global.read_only")) {
            row.next();
            return row.getBoolean(1);
        }
    }

    private static void awaitWrites(Writers writers, int count) {
        await("writes").atMost(PATIENCE).until(() -> writers.count() >= count);
    }

    private static void awaitAllOn(String database, Writers writers) {
        await("everything on " + database)
                .atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> writers.missingOn(database).isEmpty());
    }
}
