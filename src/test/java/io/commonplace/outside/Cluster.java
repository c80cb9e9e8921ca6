package io.commonplace.outside;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The cluster under test: its addresses, secrets and processes. */
public final class Cluster {
    /** The site's port, and the port that leads to the primary. */
    private static final String ADDRESS = System.getProperty("commonplace.address", "127.0.0.1");

    private static final Path DATA = Path.of(System.getProperty("commonplace.data", "var"));
    private static final Map<String, String> SETTINGS = pairs(DATA.resolve("settings"));
    private static final Map<String, String> SECRETS = pairs(DATA.resolve("secrets"));

    public static final List<String> CLONES = List.of("clone-1", "clone-2");

    private Cluster() {}

    /** The cluster's data directory. */
    public static Path data() {
        return DATA;
    }

    public static int port() {
        return Integer.parseInt(SETTINGS.getOrDefault("port", "8080"));
    }

    /** The load balancer's address. */
    public static String url() {
        return "http://" + ADDRESS + ":" + port();
    }

    /** A clone's address, bypassing the load balancer. */
    public static String urlOf(String clone) {
        return "http://127.0.0.1:" + (port() + 10 + Integer.parseInt(clone.substring("clone-".length())));
    }

    /** The port of the clone's grid member. */
    static InetSocketAddress grid(String clone) {
        return new InetSocketAddress("127.0.0.1", port() + 30 + Integer.parseInt(clone.substring("clone-".length())));
    }

    /** The administrator's password: a chosen one, or the initial one. */
    public static String password() {
        String chosen = System.getenv("COMMONPLACE_PASSWORD");
        return chosen != null ? chosen : secret("ADMIN_PASSWORD");
    }

    static String other(String clone) {
        return CLONES.get(1 - CLONES.indexOf(clone));
    }

    /** A connection to the primary, as the application's account. */
    public static Connection database() throws SQLException {
        return connect(ADDRESS, port() + 1);
    }

    /** Waits until a statement of a clone waits at the primary. @param beginning of the statement; empty for any */
    static void awaitStatement(String beginning) {
        await("a statement that hangs: " + beginning)
                .atMost(Duration.ofSeconds(20))
                .ignoreExceptions()
                .until(() -> hangs(beginning));
    }

    private static boolean hangs(String beginning) throws SQLException {
        try (Connection connection = database();
                PreparedStatement question = connection.prepareStatement(
                        "select count(*) from information_schema.processlist where command in ('Query', 'Execute')"
                                + " and time_ms > 300 and id <> connection_id() and lower(info) like ?")) {
            question.setString(1, beginning + "%");
            try (ResultSet row = question.executeQuery()) {
                return row.next() && row.getLong(1) > 0;
            }
        }
    }

    /** A direct connection to a database, bypassing the load balancer. */
    static Connection database(String part) throws SQLException {
        return connect("127.0.0.1", port() + 40 + Integer.parseInt(part.substring("database-".length())));
    }

    private static Connection connect(String address, int port) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:mysql://" + address + ":" + port
                        + "/commonplace?sslMode=PREFERRED&connectTimeout=2000&socketTimeout=15000",
                "app",
                secret("DB_APP_PASSWORD"));
    }

    /** The primary. */
    static String primary() {
        return mark("primary");
    }

    /** Whether semi-synchronous replication is active: a replica has everything that the primary acknowledges. */
    static boolean isInSync() {
        return mark("in-sync").equals(primary());
    }

    private static String mark(String name) {
        try {
            Path file = DATA.resolve(name);
            return Files.exists(file) ? Files.readString(file).strip() : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The other one of two. */
    static String replica() {
        return primary().equals("database-1") ? "database-2" : "database-1";
    }

    /** Kills a part, like a crash. The supervisor restarts it. */
    public static void kill(String part) {
        signal("KILL", pid(part));
    }

    /** The supervisor; the parts keep running without it. */
    static void killSupervisor() {
        signal("KILL", pid("supervisor"));
    }

    public static void freeze(String part) {
        signal("STOP", pid(part));
    }

    public static void wake(String part) {
        signal("CONT", pid(part));
    }

    /** Waits until every clone is ready and in routing again. */
    public static void awaitWhole() {
        CLONES.forEach(Cluster::awaitInRouting);
    }

    public static void awaitInRouting(String clone) {
        await(clone + " in the routing")
                .atMost(Duration.ofMinutes(4))
                .pollInterval(Duration.ofMillis(500))
                .ignoreExceptions()
                .until(() -> isReady(clone) && isSettled(clone) && isServedBy(clone));
    }

    static boolean isReady(String clone) {
        return Http.status(URI.create(urlOf(clone) + "/health/ready")) == 200;
    }

    /** Whether another clone may stop now without losing a session. */
    private static boolean isSettled(String clone) {
        return Http.status(URI.create(urlOf(clone) + "/health/started")) == 200;
    }

    /** Whether the load balancer sends people to the clone that they ask for. */
    static boolean isServedBy(String clone) {
        Visitor stranger = new Visitor();
        stranger.prefer(clone);
        return stranger.get("/login").status() == 200 && stranger.servedBy().equals(clone);
    }

    static long pid(String part) {
        try {
            return Long.parseLong(
                    Files.readString(DATA.resolve("run/" + part + ".pid")).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String secret(String name) {
        String value = SECRETS.get(name);
        if (value == null) {
            throw new IllegalStateException("The cluster in " + DATA + " has no " + name);
        }
        return value;
    }

    private static void signal(String name, long pid) {
        try {
            int result = new ProcessBuilder("kill", "-" + name, Long.toString(pid))
                    .inheritIO()
                    .start()
                    .waitFor();
            if (result != 0) {
                throw new IllegalStateException("kill -" + name + " " + pid + " ended with " + result);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }

    static Map<String, String> pairs(Path file) {
        try (var lines = Files.lines(file)) {
            return lines.filter(line -> line.matches("[A-Za-z_]+=.*"))
                    .map(line -> line.split("=", 2))
                    .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
