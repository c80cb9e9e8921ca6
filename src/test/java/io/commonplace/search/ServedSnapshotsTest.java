package io.commonplace.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServedSnapshotsTest {
    @TempDir
    private Path folder;

    private final AtomicLong clock = new AtomicLong();
    private final ServedSnapshots served = new ServedSnapshots(clock::get);
    private PageIndex index;
    private IndexState state = new IndexState(1, true, 0, null);

    @BeforeEach
    void makeAnIndex() {
        index = PageIndex.open(folder);
        replaceAllPages();
    }

    @AfterEach
    void close() {
        index.close();
    }

    @Test
    void itsFilesAreKeptUntilItIsClosed() throws IOException {
        ServedSnapshots.Opened opened = served.open(index).orElseThrow();
        replaceAllPages();
        assertThat(files()).containsAll(opened.files().lengths().keySet());
        for (String file : opened.files().lengths().keySet()) {
            assertThat(served.read(opened.id(), file, 0, 10)).isPresent();
        }
        served.close(opened.id());
        assertThat(files()).doesNotContainAnyElementsOf(opened.files().lengths().keySet());
        assertThat(served.read(opened.id(), "_0.cfs", 0, 10)).isEmpty();
    }

    @Test
    void oneThatNobodyReadsAnyMoreIsReleased() throws IOException {
        ServedSnapshots.Opened read = served.open(index).orElseThrow();
        ServedSnapshots.Opened left = served.open(index).orElseThrow();
        String file = read.files().lengths().keySet().iterator().next();
        replaceAllPages();
        for (int i = 0; i < 3; i++) {
            clock.addAndGet(ServedSnapshots.MAX_IDLE.toNanos() - 1);
            assertThat(served.read(read.id(), file, 0, 1)).isPresent();
        }
        served.closeIdle();
        assertThat(served.read(left.id(), file, 0, 1)).isEmpty();
        assertThat(served.read(read.id(), file, 0, 1)).isPresent();

        clock.addAndGet(ServedSnapshots.MAX_IDLE.toNanos() + 1);
        served.closeIdle();
        assertThat(served.size()).isZero();
        assertThat(files()).doesNotContainAnyElementsOf(read.files().lengths().keySet());
    }

    @Test
    void aFurtherCloneMustAskSomebodyElse() {
        for (int i = 0; i < ServedSnapshots.MAX_SERVED; i++) {
            assertThat(served.open(index)).isPresent();
        }
        assertThat(served.open(index)).isEmpty();
    }

    @Test
    void anIndexThatIsBeingBuiltIsNotCopied() {
        state = IndexState.begin(1);
        replaceAllPages();
        assertThat(served.open(index)).isEmpty();
        assertThat(served.size()).isZero();
    }

    @Test
    void onlyFilesOfTheIndexAreRead() throws IOException {
        Files.writeString(folder.resolveSibling("secret"), "secret");
        String id = served.open(index).orElseThrow().id();
        assertThatThrownBy(() -> served.read(id, "../secret", 0, 6)).isInstanceOf(UncheckedIOException.class);
        assertThatThrownBy(() -> served.read(id, "write.lock", 0, 0)).isInstanceOf(UncheckedIOException.class);
    }

    /** So that the next commit needs no file of the former one. */
    private void replaceAllPages() {
        state = state.at(state.sequence() + 1);
        index.clear();
        index.put(LongStream.rangeClosed(1, 20).mapToObj(IndexedPages::page).toList());
        index.commit(state);
        index.refresh();
    }

    private Set<String> files() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
        }
    }
}
