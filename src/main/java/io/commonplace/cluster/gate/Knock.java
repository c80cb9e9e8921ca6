package io.commonplace.cluster.gate;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A connection whose other end has shown nothing yet: all of what it sends must be there in time. */
final class Knock {
    private final Socket socket;
    private final long end;

    Knock(Socket socket, Duration patience) {
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
            socket.setSoTimeout(left());
            int more = socket.getInputStream().read(bytes, got, length - got);
            if (more < 0) {
                throw new GridGate.NoMember("it has gone");
            }
            got += more;
        }
        return bytes;
    }

    /** From here on it is the grid's. */
    void end() throws IOException {
        socket.setSoTimeout(0);
    }

    private int left() throws IOException {
        long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        if (left <= 0) {
            throw new GridGate.NoMember("it says nothing");
        }
        return (int) left;
    }
}
