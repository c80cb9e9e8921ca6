package io.commonplace.search;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.KeepOnlyLastCommitDeletionPolicy;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SnapshotDeletionPolicy;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;

/** An index of pages in a folder. One process at a time can open it. */
public final class PageIndex implements SearchIndex {
    private static final Logger LOG = Logger.getLogger(PageIndex.class.getName());
    private static final double BUFFER_MEBIBYTES = 16;
    private static final Duration COMMIT_INTERVAL = Duration.ofSeconds(5);

    private final Path folder;
    private final IndexWriter writer;
    private final SearcherManager searchers;

    private PageIndex(Path folder, IndexWriter writer) throws IOException {
        this.folder = folder;
        this.writer = writer;
        this.searchers = new SearcherManager(writer, new SearcherFactory() {
            @Override
            public IndexSearcher newSearcher(IndexReader reader, @Nullable IndexReader previous) {
                return new StateSearcher(reader);
            }
        });
    }

    /** Opens the index. One that is damaged, or of another version, is deleted: it is only a cache. */
    public static PageIndex open(Path folder) {
        try {
            Files.createDirectories(folder);
            if (!isUsable(folder)) {
                clear(folder);
            }
            return new PageIndex(folder, new IndexWriter(FSDirectory.open(folder), config()));
        } catch (IOException e) {
            throw new UncheckedIOException("The search index can't be opened: " + folder, e);
        }
    }

    /** An index without a folder of its own, as it is. */
    static PageIndex in(Directory directory) throws IOException {
        return new PageIndex(Path.of(directory.toString()), new IndexWriter(directory, config()));
    }

    static IndexWriterConfig config() {
        Map<String, Analyzer> special = Map.of(
                Fields.BEGINNINGS,
                TextAnalysis.BEGINNINGS,
                Fields.AUTHOR_BEGINNINGS,
                TextAnalysis.BEGINNINGS,
                Fields.EXACT,
                TextAnalysis.EXACT);
        return new IndexWriterConfig(new PerFieldAnalyzerWrapper(Language.ENGLISH.words(), special))
                .setRAMBufferSizeMB(BUFFER_MEBIBYTES)
                .setIndexDeletionPolicy(new SnapshotDeletionPolicy(new KeepOnlyLastCommitDeletionPolicy()))
                .setCommitOnClose(false);
    }

    /** Whether all its files are whole, and of this version. */
    static boolean isUsable(Path folder) throws IOException {
        try (Directory directory = FSDirectory.open(folder)) {
            if (!DirectoryReader.indexExists(directory)) {
                return false;
            }
            try (DirectoryReader reader = DirectoryReader.open(directory)) {
                for (var leaf : reader.leaves()) {
                    leaf.reader().checkIntegrity();
                }
                return IndexState.isCurrent(reader.getIndexCommit().getUserData());
            }
        } catch (CorruptIndexException | IndexFormatTooOldException | IndexFormatTooNewException e) {
            LOG.log(Level.WARNING, "The search index is damaged and is built anew: " + folder, e);
            return false;
        } catch (NoSuchFileException | EOFException e) {
            LOG.log(Level.WARNING, "The search index is incomplete and is built anew: " + folder, e);
            return false;
        }
    }

    private static void clear(Path folder) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                IOUtils.rm(file);
            }
        }
    }

    @Override
    public PageSearches searches() {
        return new LuceneSearches(this);
    }

    /** No other clone knows it. */
    @Override
    public boolean isFedHere() {
        return true;
    }

    @Override
    public Reached reached() {
        throw new UnsupportedOperationException("This clone feeds the index itself");
    }

    @Override
    public Optional<IndexState> state() {
        var data = writer.getLiveCommitData();
        if (data == null) {
            return Optional.empty();
        }
        Map<String, String> byName = new HashMap<>();
        data.forEach(entry -> byName.put(entry.getKey(), entry.getValue()));
        return byName.isEmpty() ? Optional.empty() : Optional.of(IndexState.of(byName));
    }

    @Override
    public void put(Iterable<PageContent> pages) {
        change(() -> {
            for (PageContent page : pages) {
                writer.updateDocument(PageDocument.key(page.id()), PageDocument.of(page));
            }
        });
    }

    @Override
    public void remove(Collection<Long> pageIds) {
        change(() ->
                writer.deleteDocuments(pageIds.stream().map(PageDocument::key).toArray(Term[]::new)));
    }

    @Override
    public void clear() {
        change(writer::deleteAll);
    }

    @Override
    public void refresh() {
        change(searchers::maybeRefreshBlocking);
    }

    @Override
    public void commit(IndexState state, @Nullable String position) {
        commit(state);
    }

    @Override
    public Duration commitInterval() {
        return COMMIT_INTERVAL;
    }

    /** Makes all changes so far durable, together with {@code state}. */
    public void commit(IndexState state) {
        change(() -> {
            writer.setLiveCommitData(state.data().entrySet());
            writer.commit();
        });
    }

    /** The last commit. @throws IllegalStateException if there is none */
    IndexSnapshot snapshot() throws IOException {
        return IndexSnapshot.of(writer);
    }

    /** Searches in the state of the last {@link #refresh}. */
    <T> T search(Searching<T> search) {
        try {
            StateSearcher searcher = (StateSearcher) searchers.acquire();
            try {
                return search.in(searcher);
            } finally {
                searchers.release(searcher);
            }
        } catch (CorruptIndexException e) {
            // The next one to open it finds the damage, and builds it anew.
            throw givenUp("The search index is damaged: ", e);
        } catch (IOException e) {
            throw new UncheckedIOException("The search index can't be read: " + folder, e);
        }
    }

    @Override
    public Map<Long, Integer> versions(long after, long to) {
        return search(searcher -> {
            Map<Long, Integer> versions = new HashMap<>();
            for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
                Bits live = leaf.reader().getLiveDocs();
                NumericDocValues ids = DocValues.getNumeric(leaf.reader(), Fields.ID);
                NumericDocValues all = DocValues.getNumeric(leaf.reader(), Fields.VERSION);
                while (ids.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                    boolean wanted = ids.longValue() > after && ids.longValue() <= to;
                    if (wanted && (live == null || live.get(ids.docID())) && all.advanceExact(ids.docID())) {
                        versions.put(ids.longValue(), (int) all.longValue());
                    }
                }
            }
            return versions;
        });
    }

    /** The number of pages in it, without those in the trash. */
    public int size() {
        return search(searcher ->
                searcher.getIndexReader().numDocs() - searcher.count(new FieldExistsQuery(Fields.DELETED_IN)));
    }

    @Override
    public long size(long spaceId) {
        return spaceId == Rebuild.ALL_SPACES
                ? size()
                : search(searcher -> searcher.count(new TermQuery(new Term(Fields.SPACE, Long.toString(spaceId)))));
    }

    @Override
    public long bytes() {
        return search(searcher -> DirectorySize.of(writer.getDirectory()));
    }

    /** Until it is closed, searches find what they found before. */
    @Override
    public boolean isOpen() {
        return writer.isOpen();
    }

    /** Stops changing it. People go on searching until it is closed. */
    void giveUp() {
        change(writer::rollback);
    }

    @Override
    public void close() {
        change(() -> IOUtils.close(searchers, writer::rollback, writer.getDirectory()));
    }

    private void change(Change change) {
        try {
            change.run();
        } catch (IOException e) {
            throw givenUp("The search index can't be changed: ", e);
        }
    }

    /** Pages that were put since the last commit may be lost. They are put again, if nothing more is committed. */
    private UncheckedIOException givenUp(String message, IOException reason) {
        try {
            writer.rollback();
        } catch (IOException e) {
            reason.addSuppressed(e);
        }
        return new UncheckedIOException(message + folder, reason);
    }

    /** Something that is done with a searcher. */
    interface Searching<T> {
        T in(StateSearcher searcher) throws IOException;
    }

    private interface Change {
        void run() throws IOException;
    }
}
