package io.commonplace.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.lucene.index.CorruptIndexException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrokenDiskTest {
    private static final IndexState ONE = new IndexState(1, true, 0, null);
    private static final IndexState TWO = new IndexState(2, true, 0, null);

    @TempDir
    private Path folder;

    private FullDisk disk;
    private PageIndex index;

    @BeforeEach
    void indexOnePage() throws IOException {
        disk = new FullDisk(folder);
        index = PageIndex.in(disk);
        index.put(List.of(IndexedPages.page(1)));
        index.refresh();
        index.commit(ONE);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 100, 1_000, 2_000})
    void peopleGoOnSearchingWhenTheDiskIsFull(int bytesLeft) {
        disk.fillUp(bytesLeft);
        assertThatThrownBy(this::putAnotherPage).isInstanceOf(UncheckedIOException.class);
        assertThat(index.isOpen()).isFalse();
        assertThat(index.size()).isEqualTo(1);
        index.close();
    }

    @Test
    void nothingIsMissingOnceThereIsRoom() throws IOException {
        disk.fillUp(500);
        assertThatThrownBy(this::putAnotherPage).isInstanceOf(UncheckedIOException.class);
        index.close();
        try (PageIndex again = PageIndex.open(folder)) {
            assertThat(again.state()).contains(ONE);
            again.put(List.of(IndexedPages.page(2)));
            again.refresh();
            again.commit(TWO);
            assertThat(again.size()).isEqualTo(2);
        }
    }

    @Test
    void anIndexThatIsDamagedWhilePeopleSearchIsOpenedAgain() {
        assertThatThrownBy(() -> index.search(searcher -> {
                    throw new CorruptIndexException("damaged", "a file");
                }))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(index.isOpen()).isFalse();
        index.close();
    }

    private void putAnotherPage() {
        index.put(List.of(IndexedPages.page(2)));
        index.refresh();
        index.commit(TWO);
    }
}
