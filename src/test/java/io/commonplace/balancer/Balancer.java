package io.commonplace.balancer;

import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** HAProxy in front of one clone that answers each request with its headers, as {@code name: value} lines. */
final class Balancer implements AutoCloseable {
    static final Path HAPROXY = Path.of("/usr/sbin/haproxy");

    private final HttpServer clone;
    private final Process process;
    private final int port;

    /** @param variables further environment variables that {@code load-balancer/run} would set */
    Balancer(Path folder, Map<String, String> variables) throws IOException {
        clone = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        clone.createContext("/", exchange -> {
            StringBuilder headers = new StringBuilder();
            new TreeMap<>(exchange.getRequestHeaders())
                    .forEach((name, values) -> headers.append(name.toLowerCase(Locale.ROOT))
                            .append(": ")
                            .append(String.join(", ", values))
                            .append('\n'));
            byte[] body = headers.toString().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Location", "http://evil.example/a?b=c");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        clone.start();
        port = freePort();
        process = start(folder, variables);
        await("HAProxy").until(this::isOpen);
    }

    /** Sends lines and an empty one. @return the whole response; the lines must ask to close the connection */
    String send(String... lines) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(20_000);
            String text = String.join("\r\n", lines) + "\r\n\r\n";
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        clone.stop(0);
    }

    private Process start(Path folder, Map<String, String> variables) throws IOException {
        Files.createDirectories(folder.resolve("run"));
        String address = "127.0.0.1:" + clone.getAddress().getPort();
        String clones = Files.readString(Path.of("load-balancer/clones.cfg"))
                .replaceAll("(?m)^ +(option httpchk|http-check).*$", "")
                .replace("@address", address)
                .replace("clone-@", "clone-1")
                .replace("late-@", "late-1");
        Path list = Files.writeString(folder.resolve("clones.cfg"), clones);
        ProcessBuilder builder =
                new ProcessBuilder(HAPROXY.toString(), "-db", "-f", "load-balancer/haproxy.cfg", "-f", list.toString());
        Map<String, String> environment = builder.environment();
        environment.put("COMMONPLACE_HOME", Path.of("").toAbsolutePath().toString());
        environment.put("COMMONPLACE_DATA", folder.toString());
        environment.put("COMMONPLACE_BIND", "127.0.0.1");
        environment.put("COMMONPLACE_PORT", Integer.toString(port));
        environment.put("DB_RW_ADDRESS", "127.0.0.1:" + freePort());
        for (int slot = 1; slot <= 4; slot++) {
            environment.put("DATABASE_" + slot + "_ADDRESS", "127.0.0.1:9");
        }
        environment.putAll(variables);
        return builder.redirectErrorStream(true)
                .redirectOutput(folder.resolve("balancer.log").toFile())
                .start();
    }

    private boolean isOpen() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
