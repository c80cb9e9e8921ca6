package io.commonplace.search.opensearch;

import io.commonplace.search.Ranking;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.opensearch.client.opensearch.generic.Requests;
import org.opensearch.client.opensearch.generic.Response;
import org.opensearch.client.opensearch.indices.update_aliases.Action;

/** Creates indexes, and moves the alias from one to the next, which searches notice at once and without a gap. */
final class Indexes {
    private static final int BAD_REQUEST = 400;

    private final Connection connection;
    private final IndexNames names;
    private final int shards;

    Indexes(Connection connection, IndexNames names, int shards) {
        this.connection = connection;
        this.names = names;
        this.shards = shards;
    }

    /** Creates the first index, unless there is one. */
    void createFirst() {
        if (!exists(names.current())) {
            create(names.first(), names.current());
        }
    }

    /** Begins an index that is to take the place of the current one. */
    void createNext() {
        if (!hasNext()) {
            create(names.after(behind(names.current())), names.next());
        }
    }

    boolean hasNext() {
        return exists(names.next());
    }

    /**
     * Makes the next index the current one, and deletes the other. Two steps: OpenSearch takes the shards of a deleted index away
     * before it looks at the alias, and searches would fail in between.
     */
    void exchange() {
        String old = behind(names.current());
        String fresh = behind(names.next());
        List<Action> actions = List.of(
                Action.of(a -> a.add(add -> add.index(fresh).alias(names.current()))),
                Action.of(a -> a.remove(remove -> remove.index(old).alias(names.current()))),
                Action.of(a -> a.remove(remove -> remove.index(fresh).alias(names.next()))));
        connection.call(client -> client.indices().updateAliases(update -> update.actions(actions)));
        dropWithoutAlias();
    }

    /** Also those of a clone that died between the two steps. An index gets its alias when it is created. */
    private void dropWithoutAlias() {
        connection
                .call(client -> client.indices().getAlias(request -> request.index(names.all())))
                .result()
                .forEach((index, known) -> {
                    if (known.aliases().isEmpty()) {
                        delete(index);
                    }
                });
    }

    private void delete(String index) {
        connection.call(client -> client.indices().delete(request -> request.index(index)));
    }

    /** Deletes the next index. */
    void dropNext() {
        delete(behind(names.next()));
    }

    private boolean exists(String alias) {
        return connection
                .call(client -> client.indices().existsAlias(request -> request.name(alias)))
                .value();
    }

    /** The name of the index that has the alias. */
    private String behind(String alias) {
        return connection
                .call(client -> client.indices().getAlias(request -> request.name(alias)))
                .result()
                .keySet()
                .iterator()
                .next();
    }

    /** Another clone may have created it just now. It gets its alias in the same step. */
    private void create(String index, String alias) {
        JsonObject body = body(alias);
        try (Response answer = connection.call(client -> client.generic()
                .execute(Requests.builder()
                        .endpoint("/" + index)
                        .method("PUT")
                        .json(body.toString())
                        .build()))) {
            boolean done = answer.getStatus() < BAD_REQUEST || exists(alias);
            if (!done) {
                throw new IllegalStateException("OpenSearch can't create the index " + index + ": "
                        + answer.getBody().map(text -> text.bodyAsString()).orElse(answer.getReason()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("OpenSearch doesn't answer", e);
        }
    }

    private JsonObject body(String alias) {
        JsonObject known = resource();
        JsonObjectBuilder settings = Json.createObjectBuilder(known.getJsonObject("settings"))
                .add("number_of_shards", shards)
                .add("similarity", similarity());
        return Json.createObjectBuilder(known)
                .add("settings", settings)
                .add("aliases", Json.createObjectBuilder().add(alias, Json.createObjectBuilder()))
                .build();
    }

    /** The parameters with which Lucene ranks. */
    private static JsonObjectBuilder similarity() {
        Ranking ranking = Ranking.STANDARD;
        return Json.createObjectBuilder()
                .add(
                        "words",
                        Json.createObjectBuilder()
                                .add("type", "BM25")
                                .add("k1", ranking.saturation())
                                .add("b", ranking.length()));
    }

    private static JsonObject resource() {
        try (InputStream file = Indexes.class.getResourceAsStream("index.json");
                JsonReader reader = Json.createReader(file)) {
            return reader.readObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
