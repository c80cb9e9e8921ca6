package io.commonplace.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Connections to the grid's port from a process that is not a member. */
class GridPortIT {
    private static final String CLONE = "clone-2";

    /** The announced length exceeds the clone's memory; allocating it would end the clone. */
    @Tag("thorough")
    @Test
    void anAnnouncedHugeLengthDoesNotEndAClone() throws IOException {
        long pid = Cluster.pid(CLONE);
        ByteBuffer packet = ByteBuffer.allocate(14)
                .put("HZC".getBytes(StandardCharsets.US_ASCII))
                .put((byte) 4)
                .putChar('\0')
                .putInt(-1)
                .putInt(1_900_000_000);
        for (int i = 0; i < 3; i++) {
            assertThat(answerTo(packet.array())).as("bytes, then the end").hasSize(32);
        }
        assertThat(Cluster.isReady(CLONE)).isTrue();
        assertThat(Cluster.pid(CLONE)).isEqualTo(pid);
    }

    /** Members, Hazelcast clients, its REST interface, and a forged handshake. */
    @ParameterizedTest
    @ValueSource(strings = {"HZC", "CP2", "GET /hazelcast/health HTTP/1.0\r\n\r\n"})
    void strangersGetNoAnswerInAnyProtocol(String beginning) throws IOException {
        byte[] said = (beginning + "x".repeat(100)).getBytes(StandardCharsets.US_ASCII);
        assertThat(answerTo(said)).as("bytes, then the end").hasSizeLessThanOrEqualTo(32);
    }

    @Test
    void silentConnectionsAreClosedAndBlockNobody() throws IOException {
        List<Socket> silent = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            silent.add(knock());
        }
        for (Socket socket : silent) {
            assertThat(heard(socket)).hasSizeLessThanOrEqualTo(32);
            socket.close();
        }
        assertThat(Cluster.isReady(CLONE)).isTrue();
    }

    @Test
    void theGridsNameAndKeyAreNotLogged() throws IOException {
        List<Path> logs;
        try (Stream<Path> all = Files.list(Cluster.data().resolve("logs"))) {
            logs = all.filter(Files::isRegularFile).toList();
        }
        assertThat(logs).isNotEmpty();
        for (Path log : logs) {
            String text = Files.readString(log, StandardCharsets.ISO_8859_1);
            for (String secret : new String[] {"GRID_NAME", "GRID_KEY", "SESSION_KEY"}) {
                assertThat(text.contains(Cluster.secret(secret)))
                        .as(secret + " in " + log.getFileName())
                        .isFalse();
            }
        }
    }

    private static byte[] answerTo(byte[] said) throws IOException {
        try (Socket socket = knock()) {
            socket.getOutputStream().write(said);
            return heard(socket);
        }
    }

    private static Socket knock() throws IOException {
        Socket socket = new Socket();
        socket.connect(Cluster.grid(CLONE), 2000);
        // If the clone never closes the connection, the test fails.
        socket.setSoTimeout((int) Duration.ofSeconds(20).toMillis());
        return socket;
    }

    /** Waits until the other end closes the connection; unread bytes there turn that into a reset. */
    private static byte[] heard(Socket socket) throws IOException {
        ByteArrayOutputStream heard = new ByteArrayOutputStream();
        try {
            for (int next = socket.getInputStream().read();
                    next >= 0;
                    next = socket.getInputStream().read()) {
                heard.write(next);
            }
        } catch (SocketException e) {
            assertThat(e).hasMessageContaining("reset");
        }
        return heard.toByteArray();
    }
}
