package io.commonplace.search.opensearch;

import io.commonplace.search.IndexState;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.opensearch.client.opensearch._types.OpType;
import org.opensearch.client.opensearch._types.OpenSearchException;
import org.opensearch.client.opensearch.core.GetResponse;
import org.opensearch.client.opensearch.core.IndexRequest;
import org.opensearch.client.opensearch.core.IndexResponse;

/**
 * Which clone feeds the index. It writes the {@link FeedState} about once a second, and each time only if nobody else has. If it
 * stops, another clone takes its place. The time is measured where it is waited for, so clocks needn't agree.
 */
final class FeedClaim {
    private static final Logger LOG = Logger.getLogger(FeedClaim.class.getName());

    private static final int CONFLICT = 409;
    private static final int NOT_FOUND = 404;

    private final Connection connection;
    private final String index;
    private final String self;
    private final Duration patience;

    private FeedState known = FeedState.NONE;
    private boolean held;

    /** Whether it was held until a write failed. Who feeds must begin anew then, so it isn't held for one call. */
    private boolean lost;

    /** Of the document as it was last read or written; null if there was none. */
    private @Nullable Version version;

    private long seenAt;

    /**
     * For one process.
     *
     * @param self tells this process from all others, also from an earlier one of the same clone
     * @param patience how long a clone may be silent until another takes its place
     */
    FeedClaim(Connection connection, String index, String self, Duration patience) {
        this.connection = connection;
        this.index = index;
        this.self = self;
        this.patience = patience;
    }

    FeedState known() {
        return known;
    }

    /** Whether this process feeds the index. It begins to if nobody else does. */
    boolean hold() {
        if (lost) {
            lost = false;
        } else if (!held) {
            look();
            // Its own name is there if an answer got lost.
            boolean free = version == null
                    || known.feeder().isEmpty()
                    || known.feeder().equals(self);
            if (free || System.nanoTime() - seenAt > patience.toNanos()) {
                take();
            }
        }
        return held;
    }

    private void look() {
        Optional<GetResponse<JsonObject>> read = read();
        Version found = read.map(Version::of).orElse(null);
        if (found == null || !found.equals(version)) {
            seenAt = System.nanoTime();
        }
        version = found;
        known = read.map(document -> FeedState.of(document.source())).orElse(FeedState.NONE);
    }

    private Optional<GetResponse<JsonObject>> read() {
        try {
            GetResponse<JsonObject> read =
                    connection.call(client -> client.get(get -> get.index(index).id(FeedState.ID), JsonObject.class));
            return read.found() ? Optional.of(read) : Optional.empty();
        } catch (OpenSearchException e) {
            if (e.status() == NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private void take() {
        held = write(index, known.fedBy(self), version);
        if (held) {
            LOG.log(Level.INFO, "This clone feeds the search index now, in term {0}", Long.toString(known.term()));
        }
    }

    /** @throws IllegalStateException if another clone has taken this one's place */
    void commit(IndexState state, @Nullable String position) {
        boolean written = false;
        try {
            written = held && write(index, known.at(state, position), version);
        } finally {
            lost |= held && !written;
            held = written;
        }
        if (!written) {
            throw new IllegalStateException("Another clone feeds the search index now");
        }
    }

    /** Continues in another index, which then has the alias. */
    void move(String to, IndexState state) {
        FeedState moved = known.at(state, null);
        connection.call(client -> client.index(request(to, moved).build()));
    }

    /** Reads its own document again, after the alias was moved. */
    void moved() {
        look();
        held = held && known.feeder().equals(self);
    }

    /** Lets another clone continue at once. */
    void release() {
        if (held) {
            write(index, known.released(), version);
            held = false;
        }
    }

    /** @param expected the version that the document must have; null if there must be none */
    private boolean write(String to, FeedState state, @Nullable Version expected) {
        IndexRequest.Builder<JsonObject> request = request(to, state).requireAlias(true);
        if (expected == null) {
            request.opType(OpType.Create);
        } else {
            request.ifSeqNo(expected.number).ifPrimaryTerm(expected.primaryTerm);
        }
        try {
            IndexResponse written = connection.call(client -> client.index(request.build()));
            version = new Version(written.seqNo(), written.primaryTerm());
            known = state;
            return true;
        } catch (OpenSearchException e) {
            if (e.status() == CONFLICT) {
                return false;
            }
            throw e;
        }
    }

    private IndexRequest.Builder<JsonObject> request(String to, FeedState state) {
        return new IndexRequest.Builder<JsonObject>()
                .index(to)
                .id(FeedState.ID)
                .document(state.document(connection.json()));
    }

    private record Version(long number, long primaryTerm) {
        private static Version of(GetResponse<JsonObject> read) {
            return new Version(read.seqNo(), read.primaryTerm());
        }
    }
}
