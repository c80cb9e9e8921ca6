package io.commonplace.servers;

import static org.assertj.core.api.Assertions.assertThat;

import io.commonplace.database.Positions;
import java.sql.SQLException;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Queries positions of real servers, with the application's rights. */
class PositionsIT {
    private static final String ALL = "io.commonplace.servers.Product#all";

    @ParameterizedTest
    @MethodSource(ALL)
    void aReplicaThatHasReachedThePositionHasTheWrite(Product product) throws SQLException {
        Pair pair = Pair.of(product);
        for (int i = 1; i <= 20; i++) {
            String position = write(pair, "value " + i);

            assertThat(position)
                    .satisfies(text -> assertThat(positions(pair).isPosition(text))
                            .as(text)
                            .isTrue());
            assertThat(reaches(pair, position, 20)).isTrue();
            assertThat(written(pair.replica())).isEqualTo("value " + i);
        }
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void eachWriteHasALaterPosition(Product product) throws SQLException {
        Pair pair = Pair.of(product);
        Positions positions = positions(pair);

        String first = write(pair, "first");
        String second = write(pair, "second");

        assertThat(positions.contains(second, first)).isTrue();
        assertThat(positions.contains(first, second)).isFalse();
        assertThat(positions.later(first, second)).isEqualTo(second);
        assertThat(positions.later(second, first)).isEqualTo(second);
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void waitingForAReplicaThatAppliesNothingTimesOut(Product product) throws SQLException {
        Pair pair = Pair.of(product);
        pair.stopApplying();
        try {
            String position = write(pair, "not there yet");

            long begin = System.nanoTime();
            // Whole seconds, because MySQL before 8.0.18 does not wait for a fraction of a second.
            assertThat(reaches(pair, position, 1)).isFalse();

            assertThat((System.nanoTime() - begin) / 1_000_000)
                    .as("milliseconds")
                    .isBetween(900L, 10_000L);
            String reached = now(pair.replica(), positions(pair));
            assertThat(Positions.has(reached, position)).as(reached).isFalse();
        } finally {
            pair.resumeApplying();
        }
        pair.awaitSame();
        assertThat(written(pair.replica())).isEqualTo("not there yet");
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void positionsStayValidAfterASwitchover(Product product) throws SQLException {
        Pair pair = Pair.of(product);
        String before = write(pair, "before");

        pair.swap();
        String after = write(pair, "after");
        pair.awaitSame();

        assertThat(Positions.has(now(pair.replica(), positions(pair)), before)).isTrue();
        assertThat(Positions.has(now(pair.replica(), positions(pair)), after)).isTrue();
        assertThat(reaches(pair, positions(pair).later(before, after), 20))
                .as("both together, as in a session")
                .isTrue();
        assertThat(after).as("independent of the number of earlier primaries").hasSizeLessThan(60);
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void aPositionOfAnotherProductIsNone(Product product) throws SQLException {
        Pair pair = Pair.of(product);
        String here = write(pair, "here");
        String there = product instanceof MySql ? "1-1-7" : "3e11fa47-71ca-11e1-9e33-c80aa9429562:1-7";

        assertThat(positions(pair).isPosition(there)).isFalse();
        assertThat(Positions.isAny(there)).isTrue();
        assertThat(Positions.has(here, there)).isFalse();
        assertThat(Positions.latest(there, here)).isEqualTo(here);
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void withoutSemiSynchronousReplicationNoServerWaitsForAReplica(Product product) throws SQLException {
        Pair pair = Pair.of(product);

        assertThat(Sql.text(pair.primary().app(), positions(pair).semiSynchronous()))
                .isEqualTo("0");
    }

    private static Positions positions(Pair pair) throws SQLException {
        return Positions.ofServer(pair.primary().text("select @@version"));
    }

    private static String write(Pair pair, String value) throws SQLException {
        Sql.update(
                pair.primary().app(),
                "insert into people_group (id, name, version) values (77, ?, 1) on duplicate key update name = ?",
                value,
                value);
        return Objects.requireNonNull(
                Sql.text(pair.primary().app(), positions(pair).written()));
    }

    private static String now(Server server, Positions positions) throws SQLException {
        return Objects.requireNonNull(Sql.text(server.app(), positions.now()));
    }

    private static boolean reaches(Pair pair, String position, double seconds) throws SQLException {
        return Sql.truth(pair.replica().app(), positions(pair).await().replaceAll("\\?\\d", "?"), position, seconds);
    }

    private static String written(Server server) throws SQLException {
        return Objects.requireNonNull(Sql.text(server.app(), "select name from people_group where id = 77"));
    }
}
