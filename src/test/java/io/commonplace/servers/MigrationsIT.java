package io.commonplace.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MigrationsIT {
    @ParameterizedTest
    @MethodSource("io.commonplace.servers.Product#all")
    void eachMigrationIsAppliedOnceIfSeveralClonesStartAtOnce(Product product) throws Exception {
        try (Pair pair = Pair.empty(product)) {
            Callable<Integer> clone = () -> pair.migrations().migrate().migrationsExecuted;
            ExecutorService clones = Executors.newFixedThreadPool(4);
            int executed = 0;
            for (Future<Integer> one : clones.invokeAll(List.of(clone, clone, clone, clone))) {
                executed += one.get();
            }
            clones.shutdown();

            assertThat(executed).isEqualTo(migrations()).isPositive();
            assertThat(applied(pair.primary())).isEqualTo(migrations());
            pair.awaitSame();
            assertThat(applied(pair.replica())).as("on the replica").isEqualTo(migrations());
        }
    }

    private static int applied(Server server) throws SQLException {
        return Integer.parseInt(
                server.text("select count(*) from commonplace.flyway_schema_history where success = 1"));
    }

    private static int migrations() throws IOException {
        try (var files = Files.list(Path.of("src/main/resources/db/migration"))) {
            return (int) files.count();
        }
    }
}
