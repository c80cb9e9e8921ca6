package io.commonplace.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PieceOutputTest {
    private final List<Integer> sizes = new ArrayList<>();
    private final ByteArrayOutputStream stored = new ByteArrayOutputStream();

    @Test
    void whatIsWrittenIsCutIntoPieces() {
        byte[] bytes = new byte[2 * PieceOutput.PIECE + 7];
        new Random(1).nextBytes(bytes);
        PieceOutput out = output();
        out.write(bytes[0]);
        out.write(bytes, 1, PieceOutput.PIECE);
        out.write(bytes, 1 + PieceOutput.PIECE, PieceOutput.PIECE + 6);
        out.close();

        assertThat(sizes).containsExactly(PieceOutput.PIECE, PieceOutput.PIECE, 7);
        assertThat(stored.toByteArray()).isEqualTo(bytes);
        assertThat(out.size()).isEqualTo(bytes.length);
    }

    @Test
    void fullPiecesAndNothingHaveNoEmptyPieceBehindThem() {
        PieceOutput out = output();
        out.write(new byte[PieceOutput.PIECE], 0, PieceOutput.PIECE);
        out.close();
        output().close();

        assertThat(sizes).containsExactly(PieceOutput.PIECE);
    }

    private PieceOutput output() {
        return new PieceOutput((number, bytes) -> {
            assertThat(number).isEqualTo(sizes.size());
            sizes.add(bytes.length);
            stored.writeBytes(bytes);
        });
    }
}
