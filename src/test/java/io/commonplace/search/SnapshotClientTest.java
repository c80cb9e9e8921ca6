package io.commonplace.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.commonplace.cluster.Conversation;
import io.commonplace.cluster.Questions;
import io.commonplace.cluster.TestGrid;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Two clones with an index and one without: real folders, and a real grid in one process. */
class SnapshotClientTest {
    @RegisterExtension
    static final TestGrid GRID = new TestGrid(3);

    private static final IndexState STATE = new IndexState(42, true, 0, null);

    @TempDir
    private Path here;

    @TempDir
    private Path there;

    private final Questions asker = Questions.of(GRID.member(0));
    private final Questions first = Questions.of(GRID.member(1));
    private final Questions second = Questions.of(GRID.member(2));
    private final SnapshotClient client = SnapshotClient.of(asker);
    private SnapshotFolder folder;
    private PageIndex index;

    @BeforeEach
    void makeAnIndex() {
        folder = new SnapshotFolder(here);
        index = PageIndex.open(there);
        index.put(LongStream.rangeClosed(1, 2_000).mapToObj(IndexedPages::page).toList());
        index.commit(STATE);
    }

    @AfterEach
    void close() {
        index.close();
        asker.stop();
        first.stop();
        second.stop();
    }

    @Test
    void aCloneWithAnIndexIsCopied() throws IOException {
        new SnapshotServer().serve(first, () -> "clone-2@a", () -> Optional.of(index));
        assertThat(client.copyInto(folder)).isEqualTo(SnapshotClient.Result.COPIED);
        assertThat(client.copies()).isEqualTo(1);
        assertThat(client.progress()).isEmpty();
        folder.install();
        assertIsCopied();
    }

    @Test
    void nobodyIsCopiedIfNobodyHasACompleteIndex() {
        new SnapshotServer().serve(first, () -> "clone-2@a", Optional::empty);
        assertThat(client.copyInto(folder)).isEqualTo(SnapshotClient.Result.NOT_OFFERED);
    }

    @Test
    void aCloneOffersItsIndexOnlyToItsOwnVersionAndOnlyIfItIsMeant() {
        new SnapshotServer().serve(first, () -> "clone-2@a", () -> Optional.of(index));
        try (Conversation conversation = asker.begin()) {
            assertThat(offer(conversation, SnapshotServer.VERSION, 20_000)).isPresent();
            assertThat(offer(conversation, "1 9.0.0", 300)).isEmpty();
            assertThat(offer(conversation, SnapshotServer.VERSION + "\nclone-2@a", 300))
                    .isEmpty();
        }
    }

    private static Optional<byte[]> offer(Conversation conversation, String wanted, long millis) {
        return conversation.ask(SnapshotServer.OFFER, wanted, Duration.ofMillis(millis));
    }

    @Test
    void anotherCloneIsAskedIfOneSendsWhatIsNoIndex() throws IOException {
        lie("4 ../evil");
        new SnapshotServer().serve(second, () -> "clone-3@b", () -> Optional.of(index));
        assertThat(client.copyInto(folder)).isEqualTo(SnapshotClient.Result.COPIED);
        folder.install();
        assertIsCopied();
        assertThat(here.resolveSibling("evil")).doesNotExist();
    }

    @Test
    void nothingIsLeftOfACopyThatFailed() {
        lie("4 _0.cfs");
        first.on(SnapshotServer.PART, question -> Optional.of(new byte[4]));
        assertThat(client.copyInto(folder)).isEqualTo(SnapshotClient.Result.FAILED);
        assertThat(here).isEmptyDirectory();
    }

    @Test
    void twoCopyAtOnce() throws Exception {
        new SnapshotServer().serve(first, () -> "clone-2@a", () -> Optional.of(index));
        SnapshotClient other = SnapshotClient.of(second);
        SnapshotFolder otherFolder = new SnapshotFolder(there.resolve("other"));
        Thread thread = new Thread(() -> other.copyInto(otherFolder));
        thread.start();
        assertThat(client.copyInto(folder)).isEqualTo(SnapshotClient.Result.COPIED);
        thread.join();
        assertThat(other.copies()).isEqualTo(1);
    }

    @Test
    void aCopyReplacesWhatWasThere() throws IOException {
        try (PageIndex begun = PageIndex.open(here)) {
            begun.put(LongStream.rangeClosed(1, 10).mapToObj(IndexedPages::page).toList());
            begun.commit(IndexState.begin(7));
            begun.refresh();
            new SnapshotServer().serve(first, () -> "clone-2@a", () -> Optional.of(index));
            assertThat(client.copyInto(folder)).isEqualTo(SnapshotClient.Result.COPIED);
            begun.giveUp();
            folder.install();
            assertThat(begun.size()).as("people still search it").isEqualTo(10);
        }
        assertIsCopied();
    }

    /** The first clone answers first, with this description of its files. */
    private void lie(String files) {
        first.on(SnapshotServer.OFFER, wanted -> wanted.contains("clone-2@a") ? Optional.empty() : answer("clone-2@a"));
        first.on(
                SnapshotServer.BEGIN,
                clone -> clone.equals("clone-2@a") ? answer("some-id\n" + files) : Optional.empty());
    }

    private void assertIsCopied() throws IOException {
        assertThat(Files.exists(here.resolve("copy"))).isFalse();
        try (PageIndex copy = PageIndex.open(here)) {
            assertThat(copy.state()).contains(STATE);
            assertThat(copy.size()).isEqualTo(2_000);
        }
    }

    private static Optional<byte[]> answer(String text) {
        return Optional.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
