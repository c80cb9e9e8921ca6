package io.commonplace.search.opensearch;

import io.commonplace.search.Fields;
import io.commonplace.search.IndexState;
import io.commonplace.search.PageContent;
import io.commonplace.search.PageSearches;
import io.commonplace.search.Rebuild;
import io.commonplace.search.SearchIndex;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;
import org.opensearch.client.opensearch._types.FieldValue;
import org.opensearch.client.opensearch.core.SearchResponse;
import org.opensearch.client.opensearch.core.search.Hit;

/**
 * The index that all clones share. A rebuild of all pages fills the next index, while searches go on in the current one, and
 * changes go into both.
 */
final class OpenSearchIndex implements SearchIndex {
    /** A term of a feeder has room for so many changes that none ever uses them up. */
    private static final int TERM_BITS = 40;

    private static final int BATCH = 1_000;
    private static final Query ALL = new FieldExistsQuery(Fields.SPACE);

    private final Connection connection;
    private final IndexNames names;
    private final Indexes indexes;
    private final FeedClaim claim;
    private final IndexSize size;
    private final OpenSearchSearches searches;
    private boolean hasNext;
    private long changes;

    /** @param connection for feeding; searches have their own */
    OpenSearchIndex(
            Connection connection, Indexes indexes, IndexNames names, FeedClaim claim, OpenSearchSearches searches) {
        this.connection = connection;
        this.names = names;
        this.indexes = indexes;
        this.claim = claim;
        this.size = new IndexSize(connection, names.current());
        this.searches = searches;
    }

    @Override
    public PageSearches searches() {
        return searches;
    }

    @Override
    public synchronized boolean isFedHere() {
        long before = claim.known().term();
        if (claim.known().term() == 0) {
            indexes.createFirst();
        }
        boolean held = claim.hold();
        if (held && claim.known().term() != before) {
            takeOver();
        }
        return held;
    }

    /** A next index that no rebuild fills is what a clone has left that died before it noted the rebuild. */
    private void takeOver() {
        changes = 0;
        hasNext = indexes.hasNext();
        IndexState state = claim.known().state();
        if (hasNext && (state == null || !isOfAllPages(state.rebuild()))) {
            indexes.dropNext();
            hasNext = false;
        }
    }

    @Override
    public Reached reached() {
        return claim.known().reached();
    }

    @Override
    public Optional<IndexState> state() {
        return Optional.ofNullable(claim.known().state());
    }

    @Override
    public synchronized void put(Iterable<PageContent> pages) {
        BulkWrites writes = writes();
        for (PageContent page : pages) {
            JsonObject document = DocumentJson.of(connection.json(), page);
            writes.put(page.id(), document, length(page));
        }
        writes.send();
    }

    /** About how many characters its document has: all texts twice, as they are shown and as they are searched. */
    private static long length(PageContent page) {
        return 3L * page.html().length()
                + 3L
                        * page.texts().stream()
                                .mapToLong(file -> file.text().length())
                                .sum();
    }

    @Override
    public synchronized void remove(Collection<Long> pageIds) {
        BulkWrites writes = writes();
        pageIds.forEach(writes::remove);
        writes.send();
    }

    private BulkWrites writes() {
        return new BulkWrites(
                connection,
                hasNext ? List.of(names.current(), names.next()) : List.of(names.current()),
                () -> (claim.known().term() << TERM_BITS) + ++changes);
    }

    @Override
    public synchronized void clear() {
        begin();
        exchange(IndexState.begin(0));
    }

    @Override
    public void refresh() {
        connection.call(client -> client.indices().refresh(refresh -> refresh.index(names.current())));
        searches.changed();
    }

    @Override
    public synchronized void commit(IndexState state, @Nullable String position) {
        boolean builds = state.complete() && isOfAllPages(state.rebuild());
        if (builds && !hasNext) {
            begin();
        } else if (hasNext && state.rebuild() == null) {
            exchange(state);
        }
        claim.commit(state, position);
    }

    private static boolean isOfAllPages(@Nullable Rebuild rebuild) {
        return rebuild != null && rebuild.spaceId() == Rebuild.ALL_SPACES;
    }

    private void begin() {
        indexes.createNext();
        hasNext = true;
    }

    /** If the clone dies in the middle, its successor finds the state of either index, and goes on from there. */
    private void exchange(IndexState state) {
        connection.call(client -> client.indices().refresh(refresh -> refresh.index(names.next())));
        claim.move(names.next(), state);
        indexes.exchange();
        hasNext = false;
        claim.moved();
    }

    /** Each step tells the other clones how far the index is. */
    @Override
    public Duration commitInterval() {
        return Duration.ZERO;
    }

    @Override
    public Map<Long, Integer> versions(long after, long to) {
        Map<Long, Integer> versions = new HashMap<>();
        long last = after;
        boolean more = true;
        while (more) {
            List<Hit<JsonObject>> found = versions(last, to, BATCH);
            for (Hit<JsonObject> hit : found) {
                JsonObject page = hit.source();
                last = page.getJsonNumber(Fields.ID).longValue();
                versions.put(last, page.getInt(Fields.VERSION));
            }
            more = found.size() == BATCH;
        }
        return versions;
    }

    private List<Hit<JsonObject>> versions(long after, long to, int limit) {
        SearchResponse<JsonObject> found = connection.call(client -> client.search(
                search -> search.index(names.current())
                        .query(LuceneQueries.of(LongField.newRangeQuery(Fields.ID, after, to)))
                        .searchAfterVals(FieldValue.of(after))
                        .sort(sort -> sort.field(field -> field.field(Fields.ID)))
                        .source(source -> source.filter(only -> only.includes(Fields.ID, Fields.VERSION)))
                        .size(limit),
                JsonObject.class));
        return found.hits().hits();
    }

    @Override
    public long size(long spaceId) {
        return spaceId == Rebuild.ALL_SPACES
                ? size.pages(ALL)
                : size.count(new TermQuery(new Term(Fields.SPACE, Long.toString(spaceId))));
    }

    @Override
    public long bytes() {
        return size.bytes();
    }

    /** If OpenSearch doesn't answer, it can be asked again. */
    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public synchronized void close() {
        try {
            claim.release();
        } finally {
            searches.close();
            connection.close();
        }
    }
}
