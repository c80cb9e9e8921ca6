package io.commonplace.servers;

import com.mysql.cj.jdbc.MysqlDataSource;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** A database server in a directory of its own, on a free port. It is killed when the tests end in any way. */
final class Server implements AutoCloseable {
    static final String USER = System.getProperty("user.name");
    private static final Duration TIMEOUT = Duration.ofMinutes(2);

    private final Product product;
    private final int id;
    private final Path folder;
    private final int port;
    private volatile boolean readOnly;
    private @Nullable Process process;

    private Server(Product product, int id, Path folder, int port) {
        this.product = product;
        this.id = id;
        this.folder = folder;
        this.port = port;
    }

    static Server create(Product product, int id) throws IOException {
        // A short path: that of a Unix socket is limited to 107 bytes.
        Server server = new Server(product, id, Files.createTempDirectory("commonplace-db"), freePort());
        run(product.create(server), server.log());
        Runtime.getRuntime().addShutdownHook(new Thread(server::kill));
        server.start();
        return server;
    }

    void start() throws IOException {
        List<String> command = new ArrayList<>(product.start(this));
        command.add("--read-only=" + (readOnly ? 1 : 0));
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                .start();
        Process started = process;
        Awaitility.await(product + " " + id + ", whose log is " + log())
                .atMost(TIMEOUT)
                .ignoreExceptions()
                .failFast(() -> !started.isAlive())
                .until(() -> text("select 1").equals("1"));
    }

    /** Changes the server's role. It keeps the role after a restart. */
    void setRole(boolean replica, List<String> statements) {
        readOnly = replica;
        execute(statements);
    }

    int id() {
        return id;
    }

    int port() {
        return port;
    }

    Path folder() {
        return folder;
    }

    Path data() {
        return folder.resolve("data");
    }

    private Path log() {
        return folder.resolve("log");
    }

    /** Connections of an account with all rights. */
    DataSource admin() {
        return as("admin", "");
    }

    /** Connections of the application's account, with the settings of its pools. */
    DataSource app() {
        return as("app", "commonplace");
    }

    /** Connections of the account that may change tables, which is the administrator here. */
    DataSource schema() {
        return as("admin", "commonplace");
    }

    private DataSource as(String account, String database) {
        MysqlDataSource source = new MysqlDataSource();
        source.setUrl("jdbc:mysql://127.0.0.1:" + port + "/" + database
                + "?sslMode=DISABLED&allowPublicKeyRetrieval=true&connectTimeout=2000&socketTimeout=30000"
                + "&connectionTimeZone=UTC&forceConnectionTimeZoneToSession=true&rewriteBatchedStatements=true"
                + "&useServerPrepStmts=true&cachePrepStmts=true");
        source.setUser(account);
        source.setPassword(account);
        return source;
    }

    void execute(List<String> statements) {
        try (Connection connection = admin().getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(product + " " + id + ": " + statements, e);
        }
    }

    /** The first column of the first row. */
    String text(String query) throws SQLException {
        try (Connection connection = admin().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return Objects.requireNonNullElse(rows.getString(1), "");
        }
    }

    /** Pauses the process: connections stay open, but it does not answer. */
    void freeze() {
        signal("STOP");
    }

    void thaw() {
        signal("CONT");
    }

    void kill() {
        Process running = process;
        if (running != null) {
            running.destroyForcibly();
            try {
                running.waitFor();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void signal(String name) {
        long pid = Objects.requireNonNull(process).pid();
        run(List.of("kill", "-" + name, Long.toString(pid)), folder.resolve("kill.log"));
    }

    @Override
    public void close() {
        kill();
        try (var files = Files.walk(folder)) {
            files.sorted(java.util.Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static void run(List<String> command, Path log) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            if (!process.waitFor(TIMEOUT.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IllegalStateException(command + " failed:\n" + Files.readString(log));
            }
        } catch (IOException e) {
            throw new IllegalStateException(command.toString(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(command.toString(), e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }
}
