package io.commonplace.cluster.gate;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A connection whose other end has shown nothing yet: all of what it sends must be there in time. */
final class HandshakeReader {
    private final Socket socket;
    private final long end;

    HandshakeReader(Socket socket, Duration patience) {
        this.socket = socket;
        this.end = System.nanoTime() + patience.toNanos();
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
            socket.setSoTimeout(left());
            more = socket.getInputStream().read(bytes, got, bytes.length - got);
        } catch (SocketTimeoutException e) {
            throw new MemberHandshake.NoMember("it says nothing", e);
        }
        if (more < 0) {
            throw new MemberHandshake.NoMember("it has gone");
        }
        return more;
    }

    /** From here on it is the grid's. */
    void end() throws IOException {
        socket.setSoTimeout(0);
    }

    private int left() throws IOException {
        long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        if (left <= 0) {
            throw new MemberHandshake.NoMember("it says nothing");
        }
        return (int) left;
    }
}
