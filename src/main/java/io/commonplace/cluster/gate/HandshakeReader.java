package io.commonplace.cluster.gate;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A connection to a peer that has proved nothing yet. Everything it sends must arrive before one common deadline. */
final class HandshakeReader {
    private final Socket socket;
    private final long end;

    HandshakeReader(Socket socket, Duration timeout) {
        this.socket = socket;
        this.end = System.nanoTime() + timeout.toNanos();
    }

    void write(byte[]... parts) throws IOException {
        for (byte[] part : parts) {
            socket.getOutputStream().write(part);
        }
        socket.getOutputStream().flush();
    }

    byte[] read(int length) throws IOException {
        byte[] bytes = new byte[length];
        int got = 0;
        while (got < length) {
            got += readSome(bytes, got);
        }
        return bytes;
    }

    private int readSome(byte[] bytes, int got) throws IOException {
        int more;
        try {
            socket.setSoTimeout(remainingMillis());
            more = socket.getInputStream().read(bytes, got, bytes.length - got);
        } catch (SocketTimeoutException e) {
            throw new MemberHandshake.HandshakeFailed("the peer sent nothing in time", e);
        }
        if (more < 0) {
            throw new MemberHandshake.HandshakeFailed("the peer closed the connection");
        }
        return more;
    }

    /** Hands the connection over to the grid, without a timeout. */
    void end() throws IOException {
        socket.setSoTimeout(0);
    }

    private int remainingMillis() throws IOException {
        long millis = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        if (millis <= 0) {
            throw new MemberHandshake.HandshakeFailed("the peer sent nothing in time");
        }
        return (int) millis;
    }
}
