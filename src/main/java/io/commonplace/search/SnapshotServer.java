package io.commonplace.search;

import io.commonplace.cluster.Members;
import io.commonplace.cluster.Questions;
import io.commonplace.platform.PeriodicTask;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.lucene.util.Version;

/** Lets other clones copy this clone's index, if it is complete and current. */
@ApplicationScoped
public class SnapshotServer {
    private static final Logger LOG = Logger.getLogger(SnapshotServer.class.getName());

    /** Asks for a clone with an index of this {@link #VERSION}; further lines name clones that don't count. */
    static final String OFFER = "search-index-offer";

    /** Asks a clone for a snapshot of its index. */
    static final String BEGIN = "search-index-begin";

    /** Asks for bytes of a snapshot: its identifier, the file, the offset and the length, with spaces. */
    static final String PART = "search-index-part";

    /** Says that a snapshot isn't needed any more. */
    static final String END = "search-index-end";

    /** Of the analysis and of the format of the files. A clone copies neither an older nor a newer index. */
    static final String VERSION = TextAnalysis.VERSION + " " + Version.LATEST;

    /** An index that is further behind may be stuck. */
    private static final Duration MAX_BEHIND = Duration.ofMinutes(1);

    private static final Duration INTERVAL = Duration.ofSeconds(10);

    private final ServedSnapshots served = new ServedSnapshots(System::nanoTime);
    private final PeriodicTask release = new PeriodicTask("search-snapshots", served::closeIdle);

    @Inject
    private IndexUpdate update;

    @Inject
    private IndexFollower follower;

    @Inject
    private Members members;

    @Inject
    private Questions questions;

    void begin(@Observes @Initialized(ApplicationScoped.class) Object event) {
        serve(questions, members::self, this::current);
        release.start(INTERVAL, INTERVAL);
    }

    @PreDestroy
    void stop() {
        release.close();
    }

    /** @param index the one to copy; empty if it may not be copied now */
    void serve(Questions asked, Supplier<String> self, Supplier<Optional<PageIndex>> index) {
        asked.on(
                OFFER,
                wanted ->
                        index.get().filter(open -> isMeant(wanted, self.get())).map(open -> bytes(self.get())));
        asked.on(
                BEGIN,
                clone -> index.get()
                        .filter(open -> clone.equals(self.get()))
                        .flatMap(served::open)
                        .map(SnapshotServer::described));
        asked.on(PART, this::part);
        asked.on(END, id -> {
            served.close(id);
            return Optional.empty();
        });
    }

    private static boolean isMeant(String wanted, String self) {
        return wanted.lines().findFirst().orElse("").equals(VERSION)
                && wanted.lines().skip(1).noneMatch(self::equals);
    }

    private static byte[] described(ServedSnapshots.Opened opened) {
        LOG.log(Level.INFO, "Another clone copies the search index: {0} files, {1} MiB", new Object[] {
            opened.files().lengths().size(), opened.files().bytes() >> 20
        });
        return bytes(opened.id() + "\n" + opened.files());
    }

    private Optional<byte[]> part(String question) {
        String[] words = question.split(" ");
        int length = Integer.parseInt(words[3]);
        return length > SnapshotCopy.PART
                ? Optional.empty()
                : served.read(words[0], words[1], Long.parseLong(words[2]), length);
    }

    private Optional<PageIndex> current() {
        boolean current = update.progress().complete() && follower.secondsBehind() < MAX_BEHIND.toSeconds();
        return update.index()
                .filter(index -> current)
                .filter(PageIndex.class::isInstance)
                .map(PageIndex.class::cast);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
