package io.commonplace.search.opensearch;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.opensearch.client.opensearch._types.VersionType;
import org.opensearch.client.opensearch.core.BulkResponse;
import org.opensearch.client.opensearch.core.bulk.BulkOperation;
import org.opensearch.client.opensearch.core.bulk.BulkResponseItem;

/**
 * Changes of pages that are sent together. Each has a version that is higher than those of all earlier changes, also of other
 * clones. So a clone that was thought dead and goes on can't undo what its successor has written.
 */
final class BulkWrites {
    /** Characters. A request of 100 megabytes would be refused. */
    private static final int MOST_CHARACTERS = 4_000_000;

    private static final int CONFLICT = 409;
    private static final int NOT_FOUND = 404;
    private static final int BAD_REQUEST = 400;

    private final Connection connection;
    private final List<String> indexes;
    private final LongSupplier versions;
    private final List<BulkOperation> operations = new ArrayList<>();
    private long characters;

    /** @param indexes aliases, each of which gets all changes */
    BulkWrites(Connection connection, List<String> indexes, LongSupplier versions) {
        this.connection = connection;
        this.indexes = indexes;
        this.versions = versions;
    }

    void put(long pageId, JsonObject document, long size) {
        long version = versions.getAsLong();
        for (String index : indexes) {
            operations.add(BulkOperation.of(operation -> operation.index(write -> write.index(index)
                    .id(Long.toString(pageId))
                    .version(version)
                    .versionType(VersionType.External)
                    .document(document))));
        }
        characters += size * indexes.size();
        if (characters > MOST_CHARACTERS) {
            send();
        }
    }

    void remove(long pageId) {
        long version = versions.getAsLong();
        for (String index : indexes) {
            operations.add(BulkOperation.of(operation -> operation.delete(delete -> delete.index(index)
                    .id(Long.toString(pageId))
                    .version(version)
                    .versionType(VersionType.External))));
        }
    }

    /** @throws IllegalStateException if a change was refused for another reason than that there is a later one */
    void send() {
        if (operations.isEmpty()) {
            return;
        }
        List<BulkOperation> sent = List.copyOf(operations);
        operations.clear();
        characters = 0;
        BulkResponse answer = connection.call(
                client -> client.bulk(bulk -> bulk.operations(sent).requireAlias(true)));
        answer.items().stream().filter(BulkWrites::hasFailed).findFirst().ifPresent(item -> {
            throw new IllegalStateException("OpenSearch refused page " + item.id() + ": "
                    + (item.error() == null ? item.status() : item.error().reason()));
        });
    }

    /** A page that is removed need not be there. */
    private static boolean hasFailed(BulkResponseItem item) {
        boolean isGone = item.status() == NOT_FOUND && item.error() == null;
        return item.status() >= BAD_REQUEST && item.status() != CONFLICT && !isGone;
    }
}
