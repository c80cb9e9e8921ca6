package io.commonplace.outside;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Receives traces by OTLP over HTTP, on a free port of loopback. */
final class TraceReceiver implements AutoCloseable {
    private final List<TraceSpan> spans = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    TraceReceiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/v1/traces", this::receive);
        server.start();
    }

    /** The address for the setting {@code traces}. */
    String address() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    List<TraceSpan> spans() {
        return List.copyOf(spans);
    }

    /** The spans received so far for the request with this number. */
    List<TraceSpan> ofRequest(String request) {
        return spans.stream()
                .filter(span -> span.parent().isEmpty()
                        && request.equals(span.attributes().get("commonplace.request")))
                .findFirst()
                .map(root -> spans.stream()
                        .filter(span -> span.trace().equals(root.trace()))
                        .toList())
                .orElse(List.of());
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            spans.addAll(TraceSpan.read(exchange.getRequestBody().readAllBytes()));
            exchange.getResponseHeaders().set("Content-Type", "application/x-protobuf");
            exchange.sendResponseHeaders(200, -1);
        }
    }
}
