package io.commonplace.cluster;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.UUID;

/**
 * A question as it travels on the grid, in lines.
 *
 * @param answers the topic for its answers
 * @param id the first bytes of each answer to it
 */
record Question(String answers, UUID id, String text) {
    static final int ID_BYTES = 2 * Long.BYTES;
    private static final String SEPARATOR = "\n";

    static Question parse(String message) {
        String[] parts = message.split(SEPARATOR, 3);
        return new Question(parts[0], UUID.fromString(parts[1]), parts[2]);
    }

    byte[] answered(byte[] answer) {
        return ByteBuffer.allocate(ID_BYTES + answer.length)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .put(answer)
                .array();
    }

    /** The question that the message answers. */
    static UUID idOf(byte[] message) {
        ByteBuffer bytes = ByteBuffer.wrap(message);
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    static byte[] answerIn(byte[] message) {
        return Arrays.copyOfRange(message, ID_BYTES, message.length);
    }

    @Override
    public String toString() {
        return answers + SEPARATOR + id + SEPARATOR + text;
    }
}
