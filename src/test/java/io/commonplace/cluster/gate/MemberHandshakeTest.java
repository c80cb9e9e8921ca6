package io.commonplace.cluster.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two ends of a connection, as the grid makes them. */
class MemberHandshakeTest {
    private final MemberHandshake gate = new MemberHandshake(key(1));
    private ServerSocketChannel port;
    private SocketChannel connecting;
    private SocketChannel accepting;

    @BeforeEach
    void connect() throws IOException {
        port = ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        connecting = SocketChannel.open(port.getLocalAddress());
        accepting = port.accept();
    }

    @AfterEach
    void close() throws IOException {
        connecting.close();
        accepting.close();
        port.close();
    }

    @Test
    void membersComeIn() throws IOException {
        CompletableFuture<Void> accepted = accept();
        new MemberHandshake(key(1)).onConnect(connecting.socket());
        accepted.join();
        assertThat(accepting.socket().getSoTimeout()).isZero();
        assertThat(connecting.socket().getSoTimeout()).isZero();
    }

    @Test
    void whoHasAnotherKeyDoesNot() {
        CompletableFuture<Void> accepted = accept();
        assertThatThrownBy(() -> new MemberHandshake(key(2)).onConnect(connecting.socket()))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(accepted::join).hasRootCauseInstanceOf(MemberHandshake.NoMember.class);
    }

    /** A packet of the grid that announces 1.9 GB. */
    @Test
    void whoSpeaksTheGridsProtocolAtOnceDoesNot() throws IOException {
        CompletableFuture<Void> accepted = accept();
        connecting.socket().getOutputStream().write("HZC\4\0\0\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1));
        connecting.socket().getOutputStream().write(new byte[] {0x71, 0x40, 0, 0});
        assertThatThrownBy(accepted::join).hasRootCauseInstanceOf(IOException.class);
    }

    /** What a member has said to come in is of no use to whoever has heard it. */
    @Test
    void whoRepeatsWhatAMemberHasSaidDoesNot() throws IOException {
        CompletableFuture<byte[]> heard = CompletableFuture.supplyAsync(this::overhear);
        assertThatThrownBy(() -> new MemberHandshake(key(1)).onConnect(connecting.socket()))
                .isInstanceOf(IOException.class);
        byte[] said = heard.join();
        try (SocketChannel stranger = SocketChannel.open(port.getLocalAddress());
                SocketChannel door = port.accept()) {
            CompletableFuture<Void> accepted = CompletableFuture.runAsync(() -> accept(door));
            stranger.socket().getOutputStream().write(said);
            assertThatThrownBy(accepted::join).hasRootCauseInstanceOf(MemberHandshake.NoMember.class);
        }
    }

    /** Somebody to whom a member connects, and who has not the key. */
    private byte[] overhear() {
        try (SocketChannel liar = accepting) {
            liar.socket().getOutputStream().write(new byte[32]);
            byte[] said = liar.socket().getInputStream().readNBytes(64);
            liar.socket().getOutputStream().write(new byte[32]);
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void whoSaysNothingIsSentAway() {
        assertThatThrownBy(accept()::join)
                .hasRootCauseInstanceOf(MemberHandshake.NoMember.class)
                .hasMessageContaining("says nothing");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whoLeavesInTheMiddleDoesNotHoldTheDoor(boolean abruptly) throws IOException {
        CompletableFuture<Void> accepted = accept();
        connecting.socket().getOutputStream().write(7);
        // Then the connection is reset instead of ended.
        connecting.socket().setSoLinger(abruptly, 0);
        connecting.close();
        assertThatThrownBy(accepted::join).hasStackTraceContaining("no member: it has gone");
    }

    private CompletableFuture<Void> accept() {
        return CompletableFuture.runAsync(() -> accept(accepting));
    }

    private void accept(SocketChannel channel) {
        try {
            gate.onAccept(channel.socket());
        } catch (IOException e) {
            closeQuietly(channel);
            throw new UncheckedIOException(e);
        }
    }

    /** As the grid does with a connection that its guard refuses. */
    private static void closeQuietly(SocketChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String key(int first) {
        byte[] key = new byte[32];
        key[0] = (byte) first;
        return Base64.getEncoder().encodeToString(key);
    }
}
