package io.commonplace.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real indexes in two folders. */
class SnapshotCopyTest {
    private static final IndexState STATE = new IndexState(42, true, 7, null);

    @TempDir
    private Path here;

    @TempDir
    private Path there;

    private PageIndex source;
    private IndexSnapshot snapshot;

    @BeforeEach
    void makeAnIndex() throws IOException {
        source = PageIndex.open(there);
        put(1, 2_000);
        source.commit(STATE);
        put(2_001, 2_100);
        source.commit(STATE.at(43));
        snapshot = source.snapshot();
    }

    @AfterEach
    void close() throws IOException {
        snapshot.close();
        source.close();
    }

    @Test
    void theCopyHasTheSamePagesAndContinuesAtTheSamePlace() throws IOException {
        List<Long> progress = new ArrayList<>();
        new SnapshotCopy(snapshot.files(), snapshot, System::nanoTime).into(here, progress::add);
        assertThat(progress).isSorted();
        assertThat(progress.get(progress.size() - 1)).isEqualTo(snapshot.files().bytes());
        try (PageIndex copy = PageIndex.open(here)) {
            assertThat(copy.state()).contains(STATE.at(43));
            assertThat(copy.size()).isEqualTo(2_100);
            copy.put(List.of(IndexedPages.page(1), IndexedPages.page(9_999)));
            copy.refresh();
            assertThat(copy.size()).isEqualTo(2_101);
        }
    }

    @Test
    void theIndexMayChangeWhileItIsCopied() throws IOException {
        SnapshotParts changing = (file, offset, length) -> {
            put(1, 300);
            source.commit(STATE.at(100));
            return snapshot.read(file, offset, length);
        };
        new SnapshotCopy(snapshot.files(), changing, System::nanoTime).into(here, done -> {});
        try (PageIndex copy = PageIndex.open(here)) {
            assertThat(copy.state()).contains(STATE.at(43));
            assertThat(copy.size()).isEqualTo(2_100);
        }
    }

    @Test
    void aChangedByteIsNoticed() throws IOException {
        for (String file : snapshot.files().lengths().keySet()) {
            SnapshotParts damaged = (name, offset, length) -> {
                byte[] part = snapshot.read(name, offset, length);
                if (name.equals(file)) {
                    part[part.length / 2] ^= 1;
                }
                return part;
            };
            assertRefused(snapshot.files(), damaged, "damaged");
            clear();
        }
    }

    @Test
    void aCloneThatDiesInTheMiddleIsNoticed() throws IOException {
        AtomicLong left = new AtomicLong(2);
        SnapshotParts dying = (file, offset, length) -> {
            if (left.getAndDecrement() == 0) {
                throw new EOFException("killed");
            }
            return snapshot.read(file, offset, length);
        };
        assertRefused(snapshot.files(), dying, "killed");
    }

    @Test
    void aPartThatIsTooShortOrTooLongIsRefused() throws IOException {
        for (int more : new int[] {-1, 1}) {
            assertRefused(
                    snapshot.files(),
                    (file, offset, length) -> Arrays.copyOf(snapshot.read(file, offset, length), length + more),
                    "instead of");
            clear();
        }
    }

    @Test
    void anIndexOfAnotherVersionIsRefused() throws IOException {
        try (Directory directory = new ByteBuffersDirectory();
                IndexWriter writer = new IndexWriter(directory, PageIndex.config())) {
            writer.setLiveCommitData(Map.of("version", "0").entrySet());
            writer.commit();
            try (IndexSnapshot old = IndexSnapshot.of(writer)) {
                assertRefused(old.files(), old, "another version");
            }
        }
    }

    @Test
    void anIndexWithoutOneOfItsFilesIsRefused() throws IOException {
        Map<String, Long> some = new TreeMap<>(snapshot.files().lengths());
        some.keySet().removeIf(file -> !file.startsWith("segments"));
        assertRefused(new SnapshotFiles(some), snapshot, "damaged");
    }

    @Test
    void whatTheDiskHasNoRoomForIsNotEvenBegun() {
        SnapshotFiles huge = new SnapshotFiles(Map.of("_0.cfs", 99_999_999_999_999L));
        assertRefused(
                huge,
                (file, offset, length) -> {
                    throw new AssertionError("It was asked for");
                },
                "no room");
    }

    @Test
    void aCopyThatIsSlowerThanBuildingIsGivenUp() throws IOException {
        AtomicLong clock = new AtomicLong();
        SnapshotCopy copy = new SnapshotCopy(snapshot.files(), snapshot, () -> clock.getAndAdd(20_000_000_000L));
        assertThatThrownBy(() -> copy.into(here, done -> {})).hasMessageContaining("slower than building");
    }

    private void assertRefused(SnapshotFiles files, SnapshotParts parts, String why) {
        assertThatThrownBy(() -> new SnapshotCopy(files, parts, System::nanoTime).into(here, done -> {}))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(why);
    }

    private void clear() throws IOException {
        try (var files = Files.list(here)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
    }

    private void put(long from, long to) {
        source.put(LongStream.rangeClosed(from, to).mapToObj(IndexedPages::page).toList());
    }
}
