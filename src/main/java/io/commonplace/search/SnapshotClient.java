package io.commonplace.search;

import io.commonplace.cluster.Conversation;
import io.commonplace.cluster.Members;
import io.commonplace.cluster.Questions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Copies the index of another clone, which takes about a thirtieth of the time of building one. */
@ApplicationScoped
public class SnapshotClient {
    private static final Logger LOG = Logger.getLogger(SnapshotClient.class.getName());

    /** Clones answer at once, and a clone that is busy isn't the one to copy from. */
    private static final Duration OFFER_TIMEOUT = Duration.ofSeconds(1);

    private static final Duration BEGIN_TIMEOUT = Duration.ofSeconds(5);
    private static final int MAX_CLONES = 3;

    @Inject
    private Questions questions;

    @Inject
    private Members members;

    private final AtomicLong copies = new AtomicLong();
    private volatile @Nullable CopyProgress progress;

    /** For tests that have a grid of their own. */
    static SnapshotClient of(Questions questions) {
        SnapshotClient client = new SnapshotClient();
        client.questions = questions;
        return client;
    }

    /** Empty if nothing is being copied. */
    Optional<CopyProgress> progress() {
        return Optional.ofNullable(progress);
    }

    /** The number of indexes that were copied since this clone started. */
    long copies() {
        return copies.get();
    }

    /** Whether there are other clones. */
    boolean canAsk() {
        return members.isRunning() && members.count() > 1;
    }

    /**
     * Copies the index of the clone that answers first. If that fails, it asks others.
     *
     * @return what has happened; only after {@link Result#COPIED} the folder has a complete index
     */
    Result copyInto(SnapshotFolder folder) {
        try {
            return copyFromAny(folder);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "The grid can't be asked for a search index", e);
            return Result.FAILED;
        }
    }

    private Result copyFromAny(SnapshotFolder folder) {
        Set<String> failed = new LinkedHashSet<>();
        try (Conversation conversation = questions.begin()) {
            while (failed.size() < MAX_CLONES && !Thread.currentThread().isInterrupted()) {
                Optional<String> clone = conversation
                        .ask(SnapshotServer.OFFER, offer(failed), OFFER_TIMEOUT)
                        .map(SnapshotClient::text);
                if (clone.isEmpty()) {
                    break;
                }
                if (copy(conversation, clone.get(), folder)) {
                    return Result.COPIED;
                }
                failed.add(clone.get());
            }
        }
        return failed.isEmpty() ? Result.NOT_OFFERED : Result.FAILED;
    }

    private static String offer(Set<String> failed) {
        return String.join("\n", SnapshotServer.VERSION, String.join("\n", failed))
                .strip();
    }

    private boolean copy(Conversation conversation, String clone, SnapshotFolder folder) {
        try {
            copyFrom(conversation, clone, folder.emptied());
            copies.incrementAndGet();
            return true;
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.WARNING, "The search index was not copied from " + clone, e);
            delete(folder);
            return false;
        } finally {
            progress = null;
        }
    }

    /** The disk may be full. */
    private static void delete(SnapshotFolder folder) {
        try {
            folder.delete();
        } catch (IOException e) {
            LOG.log(Level.WARNING, "What was copied of the search index can't be deleted", e);
        }
    }

    private void copyFrom(Conversation conversation, String clone, Path folder) throws IOException {
        String[] opened = conversation
                .ask(SnapshotServer.BEGIN, clone, BEGIN_TIMEOUT)
                .map(SnapshotClient::text)
                .orElseThrow(() -> new IOException("It doesn't open a snapshot"))
                .split("\n", 2);
        long began = System.nanoTime();
        SnapshotFiles files = SnapshotFiles.parse(opened[1]);
        CopyProgress begun = new CopyProgress(clone.replaceFirst("@.*", ""), 0, files.bytes());
        try (RemoteSnapshot snapshot = new RemoteSnapshot(conversation, opened[0])) {
            new SnapshotCopy(files, snapshot, System::nanoTime).into(folder, done -> progress = begun.at(done));
        }
        LOG.log(Level.INFO, "The search index was copied from {0}: {1} MiB in {2} ms", new Object[] {
            begun.from(), files.bytes() >> 20, Long.toString((System.nanoTime() - began) / 1_000_000)
        });
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** How an attempt has ended. */
    enum Result {
        COPIED,
        NOT_OFFERED,
        FAILED
    }
}
