package io.commonplace.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** A database product: how its servers are unpacked, made, started and set to replicate. */
abstract sealed class Product permits MariaDb, MySql {
    /** Common to both: a replica applies what it is sent, and nothing that is made for one server is sent. */
    private static final String ADMINISTRATOR = """
            set sql_log_bin = 0;
            create user if not exists admin@'127.0.0.1' identified by 'admin';
            grant all on *.* to admin@'127.0.0.1' with grant option;
            """;

    /** One of each kind; with the thorough tests all versions that there are. */
    static List<Product> all() {
        NewestMySql newest = new NewestMySql();
        return newest.isThere() && Boolean.getBoolean("commonplace.thorough")
                ? List.of(new MariaDb(), new MySql80(), newest)
                : List.of(new MariaDb(), new MySql80());
    }

    abstract String name();

    /** Lays the files of the product out in {@code to}. */
    abstract void unpack(Path to) throws IOException;

    /** Makes an empty data directory. */
    abstract List<String> create(Server server);

    /** Becomes the server. */
    abstract List<String> start(Server server);

    /** The application's account, with the rights that it has in a cluster. */
    abstract List<String> accounts();

    /** Becomes a replica of {@code primary}; {@code before} says whether the server was a primary before. */
    abstract List<String> follow(Server primary, boolean before);

    /** Becomes the primary. */
    abstract List<String> lead();

    abstract List<String> stopApplying();

    abstract List<String> goOnApplying();

    /** What a server has committed or applied. */
    abstract String positionQuery();

    /** Where the product lies, unpacked once for all tests. */
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

    /** Read by the server at its start: the account that the tests command it with. */
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
