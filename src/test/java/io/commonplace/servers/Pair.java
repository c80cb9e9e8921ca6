package io.commonplace.servers;

import io.commonplace.database.Migrations;
import io.commonplace.database.Positions;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.flywaydb.core.Flyway;

/** A primary and its replica, with the application's account and tables. */
final class Pair implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofMinutes(1);

    private static final Map<String, Pair> SHARED = new HashMap<>();

    private final Product product;
    private Server primary;
    private Server replica;

    private Pair(Product product) throws IOException {
        this.product = product;
        primary = Server.create(product, 1);
        replica = Server.create(product, 2);
    }

    /** A new pair without the application's tables. */
    static Pair empty(Product product) throws IOException {
        Pair pair = new Pair(product);
        pair.primary.execute(product.accounts());
        pair.replica.setRole(true, product.follow(pair.primary, false));
        return pair;
    }

    /** A pair that all tests share. Each test leaves both servers running, with the replica in sync. */
    static synchronized Pair of(Product product) {
        return SHARED.computeIfAbsent(product.name(), name -> {
            try {
                Pair pair = empty(product);
                Runtime.getRuntime().addShutdownHook(new Thread(pair::close));
                pair.migrations().migrate();
                return pair;
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    Flyway migrations() {
        return Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(primary.schema())
                .load();
    }

    Product product() {
        return product;
    }

    Server primary() {
        return primary;
    }

    Server replica() {
        return replica;
    }

    void stopApplying() {
        replica.execute(product.stopApplying());
    }

    void resumeApplying() {
        replica.execute(product.resumeApplying());
    }

    /** Switches the roles of both servers without losing data. */
    void swap() throws SQLException {
        primary.execute(List.of("set global read_only = 1"));
        awaitSame();
        replica.setRole(false, product.lead());
        primary.setRole(true, product.follow(replica, true));
        Server before = primary;
        primary = replica;
        replica = before;
    }

    /** Replaces a primary that was only frozen: it returns, and accepts writes as well. */
    void replaceReturningPrimary() throws IOException {
        Server before = primary;
        before.kill();
        replica.setRole(false, product.lead());
        primary = replica;
        replica = before;
        before.start();
    }

    /** Makes a primary that has returned the replica of the new one. */
    void demoteReturned() {
        replica.setRole(true, product.follow(primary, true));
    }

    /** Waits until the replica has everything that the primary has now. */
    void awaitSame() throws SQLException {
        String position = primary.text(product.positionQuery());
        Awaitility.await("the replica at " + position)
                .atMost(TIMEOUT)
                .pollInterval(Duration.ofMillis(50))
                .ignoreExceptions()
                .until(() -> Positions.has(replica.text(product.positionQuery()), position));
    }

    @Override
    public void close() {
        primary.close();
        replica.close();
    }
}
