package io.commonplace.outside;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A WebSocket connection with a visitor's cookies. */
final class Push implements WebSocket.Listener {
    private final List<String> messages = new CopyOnWriteArrayList<>();
    private final AtomicInteger closed = new AtomicInteger();

    static Push open(Visitor visitor, String path) {
        Push push = new Push();
        start(visitor, path, push).join();
        return push;
    }

    /** The status of a refused handshake; 101 if it was accepted. */
    static int refusal(Visitor visitor, String path) {
        try {
            start(visitor, path, new Push()).join().abort();
            return 101;
        } catch (CompletionException e) {
            if (e.getCause() instanceof WebSocketHandshakeException refused) {
                return refused.getResponse().statusCode();
            }
            throw e;
        }
    }

    List<String> messages() {
        return messages;
    }

    /** The close code of the other side. */
    Optional<Integer> closedBy() {
        return Optional.of(closed.get()).filter(code -> code != 0);
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
        messages.add(data.toString());
        socket.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
        closed.set(code);
        return null;
    }

    private static CompletableFuture<WebSocket> start(Visitor visitor, String path, Push push) {
        return HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .header("Cookie", "session=" + visitor.cookie("session") + "; CLONE=" + visitor.cookie("CLONE"))
                .header("Origin", Cluster.url())
                .buildAsync(URI.create(Cluster.url().replace("http://", "ws://") + path), push);
    }
}
