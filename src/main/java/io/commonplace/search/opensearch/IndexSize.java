package io.commonplace.search.opensearch;

import java.time.Duration;
import org.apache.lucene.search.Query;
import org.opensearch.client.opensearch.core.CountResponse;

/** How large the index is. It is asked for now and then, so that whoever reports it never waits. */
final class IndexSize {
    private static final Duration INTERVAL = Duration.ofSeconds(5);

    private final Connection connection;
    private final String index;
    private long readAt = System.nanoTime() - INTERVAL.toNanos();
    private volatile long pages;
    private volatile long bytes;

    IndexSize(Connection connection, String index) {
        this.connection = connection;
        this.index = index;
    }

    long bytes() {
        return bytes;
    }

    /** The number of pages, as it was a few seconds ago. @param all the query for them */
    synchronized long pages(Query all) {
        if (System.nanoTime() - readAt >= INTERVAL.toNanos()) {
            pages = count(all);
            bytes = connection
                    .call(client -> client.indices().stats(stats -> stats.index(index)))
                    .all()
                    .total()
                    .store()
                    .sizeInBytes();
            readAt = System.nanoTime();
        }
        return pages;
    }

    long count(Query query) {
        CountResponse counted = connection.call(
                client -> client.count(count -> count.index(index).query(LuceneQueries.of(query))));
        return counted.count();
    }
}
