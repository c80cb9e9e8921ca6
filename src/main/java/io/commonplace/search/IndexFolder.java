package io.commonplace.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Where this clone's index is. The index is opened as it is, built, or replaced by a copy of another clone's index. */
@ApplicationScoped
public class IndexFolder {
    /** While nobody has an index, and several clones build one. */
    private static final Duration ASK_AGAIN = Duration.ofSeconds(30);

    private static final Duration AFTER_FAILURE = Duration.ofMinutes(5);

    /** Percent of an index. Whoever has built so much is as fast as a copy. */
    private static final int ALMOST_BUILT = 97;

    /** Without it, the index is in a temporary folder, and is made anew at each start. */
    @Inject
    @ConfigProperty(name = "commonplace.search.folder")
    private Optional<String> folder;

    @Inject
    private SnapshotClient snapshots;

    private @Nullable Path place;
    private long due = System.nanoTime();

    /** Opens the index. One that is damaged or of another version becomes an empty one. */
    PageIndex open() {
        try {
            // A clone that was killed may have left one.
            new SnapshotFolder(path()).delete();
            return PageIndex.open(path());
        } catch (IOException e) {
            throw new UncheckedIOException("What was copied of the search index can't be deleted", e);
        }
    }

    /**
     * Replaces an index that is being built by that of another clone, if one has it. What people search stays open.
     *
     * @return whether the index must be opened again
     */
    boolean replace(PageIndex incomplete, SearchProgress progress) {
        boolean asks = progress.percent() < ALMOST_BUILT && System.nanoTime() - due >= 0 && snapshots.canAsk();
        if (!asks) {
            return false;
        }
        SnapshotFolder copy = new SnapshotFolder(path());
        SnapshotClient.Result result = snapshots.copyInto(copy);
        Duration pause = result == SnapshotClient.Result.NOT_OFFERED ? ASK_AGAIN : AFTER_FAILURE;
        due = System.nanoTime() + pause.toNanos();
        if (result == SnapshotClient.Result.COPIED) {
            incomplete.giveUp();
            install(copy);
            return true;
        }
        return false;
    }

    private static void install(SnapshotFolder copy) {
        try {
            copy.install();
        } catch (IOException e) {
            throw new UncheckedIOException("The copy of the search index can't be put in its place", e);
        }
    }

    private Path path() {
        try {
            if (place == null) {
                place = folder.isPresent() ? Path.of(folder.get()) : Files.createTempDirectory("commonplace-search");
            }
            return place;
        } catch (IOException e) {
            throw new UncheckedIOException("There is no folder for the search index", e);
        }
    }
}
