package io.commonplace.transfer;

import java.io.OutputStream;
import java.util.Arrays;

/** Cuts what is written into pieces of one mebibyte. */
final class PieceOutput extends OutputStream {
    static final int PIECE = 1 << 20;

    private final Sink sink;
    private final byte[] piece = new byte[PIECE];
    private int filled;
    private int number;
    private long size;

    /** Receives the pieces in their order, the last one shorter. */
    interface Sink {
        void store(int number, byte[] bytes);
    }

    PieceOutput(Sink sink) {
        this.sink = sink;
    }

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
        for (int at = from; at < from + length; ) {
            int fitting = Math.min(PIECE - filled, from + length - at);
            System.arraycopy(bytes, at, piece, filled, fitting);
            filled += fitting;
            at += fitting;
            if (filled == PIECE) {
                store();
            }
        }
        size += length;
    }

    /** Stores the last piece. */
    @Override
    public void close() {
        if (filled > 0) {
            store();
        }
    }

    private void store() {
        sink.store(number++, Arrays.copyOf(piece, filled));
        filled = 0;
    }

    /** In bytes. */
    long size() {
        return size;
    }
}
