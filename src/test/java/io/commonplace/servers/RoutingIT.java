package io.commonplace.servers;

import static org.assertj.core.api.Assertions.assertThat;

import io.commonplace.database.Positions;
import io.commonplace.database.Routing;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Routes reads between real servers that lag, freeze and die. Timeouts are long, because test machines are busy. */
class RoutingIT {
    private static final Logger LOG = Logger.getLogger(RoutingIT.class.getName());
    private static final String ALL = "io.commonplace.servers.Product#all";
    private static final Duration TIMEOUT = Duration.ofMinutes(1);
    private static final long MAX_LAG_MILLIS = 3000;

    private final ScheduledExecutorService heartbeat = Executors.newSingleThreadScheduledExecutor();
    private @Nullable Routing routing;

    @AfterEach
    void close() {
        heartbeat.shutdownNow();
        if (routing != null) {
            routing.close();
        }
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void aWriterReadsItsWriteFromAReplicaAsWell(Product product) throws SQLException {
        Pair pair = Pair.of(product);
        Routing reader = begin(pair);
        long before = reader.replicaReads();

        for (int i = 1; i <= 50; i++) {
            reader.remember(write(pair, "value " + i));
            assertThat(read(reader)).isEqualTo("value " + i);
        }

        assertThat(reader.replicaReads() - before).as("reads from the replica").isPositive();
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void aReplicaThatAppliesNothingDoesNotHideAWrite(Product product) throws SQLException {
        Pair pair = Pair.of(product);
        Routing reader = begin(pair);
        pair.stopApplying();
        try {
            reader.remember(write(pair, "only on the primary"));
            assertThat(read(reader)).isEqualTo("only on the primary");
        } finally {
            pair.resumeApplying();
        }
        pair.awaitSame();
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void aFrozenReplicaCostsLittleTimeAndReturnsByItself(Product product) throws SQLException {
        Pair pair = Pair.of(product);
        Routing reader = begin(pair);
        write(pair, "frozen");
        pair.awaitSame();
        long longest = 0;

        pair.replica().freeze();
        try {
            for (int i = 0; i < 20; i++) {
                long begin = System.nanoTime();
                assertThat(read(reader)).isEqualTo("frozen");
                longest = Math.max(longest, System.nanoTime() - begin);
            }
        } finally {
            pair.replica().thaw();
        }

        // 190 ms, plus the delays of a busy machine.
        assertThat(longest / 1_000_000).as("milliseconds of the slowest read").isLessThan(1500);
        awaitReplicaReads(reader);
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void aKilledReplicaCausesNoFailureAndReturnsByItself(Product product) throws SQLException, IOException {
        Pair pair = Pair.of(product);
        Routing reader = begin(pair);
        write(pair, "killed");
        pair.awaitSame();

        pair.replica().kill();
        for (int i = 0; i < 20; i++) {
            assertThat(read(reader)).isEqualTo("killed");
        }

        pair.replica().start();
        pair.awaitSame();
        awaitReplicaReads(reader);
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void withoutAPrimaryAReplicaIsRead(Product product) throws SQLException, IOException {
        Pair pair = Pair.of(product);
        Routing reader = begin(pair);
        write(pair, "old, but there");
        pair.awaitSame();

        pair.primary().kill();
        try {
            Awaitility.await().atMost(TIMEOUT).until(() -> !reader.hasPrimary());
            reader.remember(product instanceof MySql ? "3e11fa47-71ca-11e1-9e33-c80aa9429562:1-7" : "1-1-99999999");
            assertThat(read(reader)).isEqualTo("old, but there");
        } finally {
            pair.primary().start();
        }
        Awaitility.await().atMost(TIMEOUT).until(reader::hasPrimary);
        write(pair, "back");
        pair.awaitSame();
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void aFormerPrimaryThatReturnsIsNotReadEvenWhileTheNewOneIsFrozen(Product product) throws Exception {
        Pair pair = Pair.of(product);
        Routing reader = begin(pair);
        write(pair, "old");
        heartbeat.shutdownNow();
        assertThat(heartbeat.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        pair.awaitSame();

        pair.replaceReturningPrimary();
        write(pair, "new");
        Awaitility.await()
                .atMost(TIMEOUT)
                .ignoreExceptions()
                .until(() -> reader.answering() == 2 && newest(reader).equals(Optional.of("new")));
        pair.primary().freeze();
        try {
            for (int i = 0; i < 20; i++) {
                assertThat(newest(reader)).isNotEqualTo(Optional.of("old"));
                Thread.sleep(100);
            }
        } finally {
            pair.primary().thaw();
            pair.demoteReturned();
        }
        pair.awaitSame();
    }

    private static Optional<String> newest(Routing reader) {
        return reader.readNewest(em -> (String) em.createNativeQuery("select name from people_group where id = 78")
                .getSingleResult());
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void aReplicaThatLagsIsNotRead(Product product) throws SQLException {
        Pair pair = Pair.of(product);
        Routing reader = begin(pair);
        write(pair, "before");
        pair.awaitSame();

        pair.stopApplying();
        try {
            write(pair, "after");
            Awaitility.await().atMost(TIMEOUT).until(() -> read(reader).equals("after"));
            long before = reader.replicaReads();
            assertThat(read(reader)).isEqualTo("after");
            assertThat(reader.replicaReads()).isEqualTo(before);
        } finally {
            pair.resumeApplying();
        }
        awaitReplicaReads(reader);
    }

    private Routing begin(Pair pair) throws SQLException {
        write(pair, "the first");
        pair.awaitSame();
        var unused = heartbeat.scheduleAtFixedRate(() -> writeHeartbeat(pair), 0, 200, TimeUnit.MILLISECONDS);
        Routing made = new Routing(
                "database-1=127.0.0.1:" + pair.primary().port() + ",database-2=127.0.0.1:"
                        + pair.replica().port() + ",database-3=127.0.0.1:1",
                MAX_LAG_MILLIS);
        routing = made;
        awaitReplicaReads(made);
        return made;
    }

    private static void awaitReplicaReads(Routing reader) {
        Awaitility.await("the replica is read from")
                .atMost(TIMEOUT)
                .ignoreExceptions()
                .until(() -> {
                    long before = reader.replicaReads();
                    read(reader);
                    return reader.replicaReads() > before;
                });
    }

    /** Writes a heartbeat like a clone. The age of the newest one on a replica is its lag. */
    private static void writeHeartbeat(Pair pair) {
        try {
            Sql.update(
                    pair.primary().app(),
                    "insert into heartbeat (clone, member, beat_at) values ('clone-1', '', utc_timestamp(6))"
                            + " on duplicate key update beat_at = values(beat_at)");
        } catch (SQLException e) {
            LOG.log(Level.FINE, "The primary is away", e);
        }
    }

    /** @return the position of the commit */
    private static String write(Pair pair, String value) throws SQLException {
        Sql.update(
                pair.primary().app(),
                "insert into people_group (id, name, version) values (78, ?, 1) on duplicate key update name = ?",
                value,
                value);
        Positions positions = Positions.ofServer(pair.primary().text("select @@version"));
        return Objects.requireNonNull(Sql.text(pair.primary().app(), positions.written()));
    }

    private static String read(Routing reader) {
        return reader.read(em -> (String) em.createNativeQuery("select name from people_group where id = 78")
                .getSingleResult());
    }
}
