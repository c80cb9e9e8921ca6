package io.commonplace.search;

import io.commonplace.cluster.Conversation;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** A snapshot of another clone's index. The other clone keeps its files until this is closed, or until nobody reads them. */
final class RemoteSnapshot implements SnapshotParts, AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final int ATTEMPTS = 3;

    private final Conversation conversation;
    private final String id;

    /** @param id of a snapshot that the other clone has opened */
    RemoteSnapshot(Conversation conversation, String id) {
        this.conversation = conversation;
        this.id = id;
    }

    @Override
    public byte[] read(String file, long offset, int length) throws IOException {
        String question = String.join(" ", id, file, Long.toString(offset), Integer.toString(length));
        for (int attempt = 0; attempt < ATTEMPTS && !Thread.currentThread().isInterrupted(); attempt++) {
            Optional<byte[]> part = conversation.ask(SnapshotServer.PART, question, TIMEOUT);
            if (part.isPresent()) {
                return part.get();
            }
        }
        throw new IOException("The other clone doesn't send " + file);
    }

    @Override
    public void close() {
        conversation.tell(SnapshotServer.END, id);
    }
}
