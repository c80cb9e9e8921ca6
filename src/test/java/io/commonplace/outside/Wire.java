package io.commonplace.outside;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A raw connection, for requests that no HTTP client would send. */
final class Wire implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Socket socket;

    private Wire(Socket socket) {
        this.socket = socket;
    }

    /** @param site {@code http://host:port} */
    static Wire to(String site) {
        URI uri = URI.create(site);
        try {
            Socket socket = new Socket(uri.getHost(), uri.getPort());
            socket.setSoTimeout((int) PATIENCE.toMillis());
            return new Wire(socket);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The status of a request with these headers and no body. */
    static int status(String site, String... lines) {
        try (Wire wire = to(site)) {
            wire.say(String.join("\r\n", lines) + "\r\nHost: 127.0.0.1\r\n\r\n");
            return wire.status();
        }
    }

    void say(String text) {
        try {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The status in the first line, {@code HTTP/1.1 200 OK}; 0 for a connection that was closed without an answer. */
    int status() {
        try {
            String begin = new String(socket.getInputStream().readNBytes(12), StandardCharsets.ISO_8859_1);
            return begin.length() < 12 ? 0 : Integer.parseInt(begin.substring(9));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
