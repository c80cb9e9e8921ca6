package io.commonplace.rollout;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Simulates the hosts of a roll-out as directories. ssh and scp are stand-ins that run and copy locally; they, and the
 * installations' {@code commonplace}, record their calls. The sites answer over real HTTP.
 */
final class Machines implements AutoCloseable {
    private static final List<String> STAND_INS = List.of("ssh", "scp", "mvn");

    private final Path folder;
    private final HttpServer sites;

    Machines(Path folder) throws IOException {
        this.folder = folder;
        sites = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        sites.createContext("/", this::answer);
        sites.start();
        Files.createFile(folder.resolve("calls"));
        for (String name : STAND_INS) {
            standIn(name, folder.resolve("bin").resolve(name));
        }
        createRepository();
    }

    /** A repository with this checkout's scripts and a {@code commonplace} that builds nothing. */
    private void createRepository() throws IOException {
        Path repository = folder.resolve("repository");
        Workspace checkout = new Workspace(Path.of("").toAbsolutePath());
        for (String scripts : List.of("cluster", "cluster/driver", "database", "load-balancer")) {
            Workspace part = new Workspace(checkout.folder().resolve(scripts));
            part.copyTo(repository.resolve(scripts), part.matching("*.sh"));
        }
        Files.copy(checkout.folder().resolve("commonplace"), repository.resolve("commonplace-itself"));
        standIn("build", repository.resolve("commonplace"));
        Files.createDirectories(repository.resolve("inventory"));
    }

    private static void standIn(String name, Path as) throws IOException {
        Files.createDirectories(as.getParent());
        try (InputStream text = Machines.class.getResourceAsStream(name)) {
            Files.copy(Objects.requireNonNull(text, name), as);
        }
        as.toFile().setExecutable(true);
    }

    /** Adds a machine with a running installation to an inventory of the repository. */
    Machine add(String inventory, String name) throws IOException {
        Machine machine = new Machine(name, folder.resolve("machines").resolve(name));
        standIn("installation", machine.folder().resolve("commonplace"));
        machine.write("version", "1.0");
        Path list = repository().folder().resolve("inventory").resolve(inventory);
        Files.writeString(list, (Files.exists(list) ? Files.readString(list) : "# sample\n") + line(machine) + "\n");
        return machine;
    }

    String line(Machine machine) {
        return "commonplace@" + machine.name() + " " + machine.folder() + " http://127.0.0.1:"
                + sites.getAddress().getPort() + "/" + machine.name();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String[] path = exchange.getRequestURI().getPath().split("/");
        boolean serves = path.length == 3
                && path[2].equals("login")
                && !Files.exists(folder.resolve("machines").resolve(path[1]).resolve("down"));
        byte[] page = (serves ? "<html><form method=post></form></html>" : "Sorry").getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(serves ? 200 : 503, page.length);
        exchange.getResponseBody().write(page);
        exchange.close();
    }

    Map<String, String> environment() {
        return Map.of(
                "PATH", folder.resolve("bin") + ":" + System.getenv("PATH"),
                "HOME", folder.toString(),
                "MACHINES", folder.toString());
    }

    /** All calls in order: the stand-in's name and its arguments. */
    List<String> calls() throws IOException {
        return Files.readAllLines(folder.resolve("calls"));
    }

    Path folder() {
        return folder;
    }

    Workspace repository() {
        return new Workspace(folder.resolve("repository"));
    }

    @Override
    public void close() {
        sites.stop(0);
    }

    /** A simulated host. Files in its directory select failures; the stand-ins read them. */
    record Machine(String name, Path folder) {
        void write(String file, String text) throws IOException {
            Files.writeString(folder.resolve(file), text);
        }

        /** The version that its clones run. */
        String version() throws IOException {
            return Files.readString(folder.resolve("version")).strip();
        }

        List<String> commands() throws IOException {
            Path commands = folder.resolve("commands");
            return Files.exists(commands) ? Files.readAllLines(commands) : List.of();
        }
    }
}
