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

/** Connects two sockets like the grid. */
class MemberHandshakeTest {
    private final MemberHandshake handshake = new MemberHandshake(key(1));
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
    void membersAreAccepted() throws IOException {
        CompletableFuture<Void> accepted = accept();
        new MemberHandshake(key(1)).onConnect(connecting.socket());
        accepted.join();
        assertThat(accepting.socket().getSoTimeout()).isZero();
        assertThat(connecting.socket().getSoTimeout()).isZero();
    }

    @Test
    void aPeerWithAnotherKeyIsRefused() {
        CompletableFuture<Void> accepted = accept();
        assertThatThrownBy(() -> new MemberHandshake(key(2)).onConnect(connecting.socket()))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(accepted::join).hasRootCauseInstanceOf(MemberHandshake.HandshakeFailed.class);
    }

    /** Sends a packet of the grid that announces 1.9 GB. */
    @Test
    void aPeerWithoutAHandshakeIsRefused() throws IOException {
        CompletableFuture<Void> accepted = accept();
        connecting.socket().getOutputStream().write("HZC\4\0\0\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1));
        connecting.socket().getOutputStream().write(new byte[] {0x71, 0x40, 0, 0});
        assertThatThrownBy(accepted::join).hasRootCauseInstanceOf(IOException.class);
    }

    /** A recorded handshake of a member is useless to an attacker. */
    @Test
    void aReplayedHandshakeIsRefused() throws IOException {
        CompletableFuture<byte[]> recorded = CompletableFuture.supplyAsync(this::record);
        assertThatThrownBy(() -> new MemberHandshake(key(1)).onConnect(connecting.socket()))
                .isInstanceOf(IOException.class);
        byte[] sent = recorded.join();
        try (SocketChannel stranger = SocketChannel.open(port.getLocalAddress());
                SocketChannel member = port.accept()) {
            CompletableFuture<Void> accepted = CompletableFuture.runAsync(() -> accept(member));
            stranger.socket().getOutputStream().write(sent);
            assertThatThrownBy(accepted::join).hasRootCauseInstanceOf(MemberHandshake.HandshakeFailed.class);
        }
    }

    /** Accepts the connection of a member, without the key, and records what it sends. */
    private byte[] record() {
        try (SocketChannel impostor = accepting) {
            impostor.socket().getOutputStream().write(new byte[32]);
            byte[] sent = impostor.socket().getInputStream().readNBytes(64);
            impostor.socket().getOutputStream().write(new byte[32]);
            return sent;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aSilentPeerIsRefused() {
        assertThatThrownBy(accept()::join)
                .hasRootCauseInstanceOf(MemberHandshake.HandshakeFailed.class)
                .hasMessageContaining("sent nothing");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aPeerThatLeavesDuringTheHandshakeFreesItsPermit(boolean abruptly) throws IOException {
        CompletableFuture<Void> accepted = accept();
        connecting.socket().getOutputStream().write(7);
        // With this option the connection is reset instead of closed.
        connecting.socket().setSoLinger(abruptly, 0);
        connecting.close();
        assertThatThrownBy(accepted::join)
                .hasStackTraceContaining("handshake at the grid's port failed: the peer closed the connection");
    }

    private CompletableFuture<Void> accept() {
        return CompletableFuture.runAsync(() -> accept(accepting));
    }

    private void accept(SocketChannel channel) {
        try {
            handshake.onAccept(channel.socket());
        } catch (IOException e) {
            closeQuietly(channel);
            throw new UncheckedIOException(e);
        }
    }

    /** Closes a refused connection, like the grid. */
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
