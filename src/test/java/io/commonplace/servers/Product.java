package io.commonplace.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** A database product: its commands to unpack, create and start a server, and to control replication. */
abstract sealed class Product permits MariaDb, MySql {
    /** Creates the administrator on each server, outside of the binary log, so that it is not replicated. */
    private static final String ADMINISTRATOR = """
            set sql_log_bin = 0;
            create user if not exists admin@'127.0.0.1' identified by 'admin';
            grant all on *.* to admin@'127.0.0.1' with grant option;
            """;

    /** One version of each product; in the thorough tests all available versions. */
    static List<Product> all() {
        NewestMySql newest = new NewestMySql();
        return newest.isThere() && Boolean.getBoolean("commonplace.thorough")
                ? List.of(new MariaDb(), new MySql80(), newest)
                : List.of(new MariaDb(), new MySql80());
    }

    abstract String name();

    /** Unpacks the product's files into {@code to}. */
    abstract void unpack(Path to) throws IOException;

    /** The command that creates an empty data directory. */
    abstract List<String> create(Server server);

    /** The command that runs the server. */
    abstract List<String> start(Server server);

    /** Statements that create the application's account, with its rights in a cluster. */
    abstract List<String> accounts();

    /** Statements that make a server a replica of {@code primary}. @param before whether it was a primary before */
    abstract List<String> follow(Server primary, boolean before);

    /** Statements that make a server the primary. */
    abstract List<String> lead();

    abstract List<String> stopApplying();

    abstract List<String> resumeApplying();

    /** A query for the position that a server has committed or applied. */
    abstract String positionQuery();

    /** The product's directory. It is unpacked once for all tests. */
    final synchronized Path home() {
        Path home = place();
        if (!Files.exists(home)) {
            try {
                Path fresh = Files.createTempDirectory(Files.createDirectories(home.getParent()), name());
                unpack(fresh);
                Files.move(fresh, home, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException e) {
                throw new IllegalStateException(name() + " can't be unpacked", e);
            }
        }
        return home;
    }

    final Path place() {
        return Path.of("target", "servers", name()).toAbsolutePath();
    }

    /** A file that the server executes at its start. It creates the account that tests use for commands. */
    static Path initFile(Server server) {
        try {
            return Files.writeString(server.folder().resolve("init.sql"), ADMINISTRATOR);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static Path part(String name) {
        return Path.of("target", "parts", name).toAbsolutePath();
    }

    @Override
    public final String toString() {
        return name();
    }
}
