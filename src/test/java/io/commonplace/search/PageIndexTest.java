package io.commonplace.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageIndexTest {
    private static final IndexState STATE = new IndexState(42, true, 7, null);

    @TempDir
    private Path folder;

    @Test
    void itContinuesWhereItsLastCommitWas() {
        try (PageIndex index = PageIndex.open(folder)) {
            assertThat(index.state()).isEmpty();
            index.put(List.of(IndexedPages.page(1)));
            index.commit(STATE);
            index.put(List.of(IndexedPages.page(2)));
        }
        try (PageIndex index = PageIndex.open(folder)) {
            assertThat(index.state()).contains(STATE);
            assertThat(index.size()).isEqualTo(1);
        }
    }

    @Test
    void aDamagedOneIsBuiltAnew() throws IOException {
        write(1);
        for (Path file : files()) {
            if (file.toString().endsWith(".cfs") || file.toString().endsWith(".fdt")) {
                byte[] bytes = Files.readAllBytes(file);
                bytes[bytes.length / 2] ^= 1;
                Files.write(file, bytes);
            }
        }
        try (PageIndex index = PageIndex.open(folder)) {
            assertThat(index.state()).isEmpty();
            assertThat(index.size()).isZero();
        }
    }

    @Test
    void oneWithoutAFileIsBuiltAnew() throws IOException {
        write(1);
        for (Path file : files()) {
            if (!file.getFileName().toString().startsWith("segments")
                    && !file.toString().endsWith("lock")) {
                Files.delete(file);
                break;
            }
        }
        try (PageIndex index = PageIndex.open(folder)) {
            assertThat(index.state()).isEmpty();
        }
    }

    @Test
    void oneThatIsCutOffIsBuiltAnew() throws IOException {
        write(1);
        for (Path file : files()) {
            byte[] bytes = Files.readAllBytes(file);
            Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length / 3));
        }
        try (PageIndex index = PageIndex.open(folder)) {
            assertThat(index.state()).isEmpty();
            index.put(List.of(IndexedPages.page(1)));
            index.refresh();
            assertThat(index.size()).isEqualTo(1);
        }
    }

    @Test
    void thePageReplacesItsFormerState() {
        try (PageIndex index = PageIndex.open(folder)) {
            index.put(List.of(IndexedPages.page(1)));
            index.put(List.of(IndexedPages.page(1)));
            index.refresh();
            assertThat(index.size()).isEqualTo(1);
            index.remove(List.of(1L));
            index.refresh();
            assertThat(index.size()).isZero();
        }
    }

    private void write(int pages) {
        try (PageIndex index = PageIndex.open(folder)) {
            index.put(Stream.iterate(1L, id -> id + 1)
                    .limit(pages)
                    .map(IndexedPages::page)
                    .toList());
            index.commit(STATE);
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
