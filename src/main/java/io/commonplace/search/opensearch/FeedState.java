package io.commonplace.search.opensearch;

import io.commonplace.search.IndexState;
import io.commonplace.search.SearchIndex;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.spi.JsonProvider;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The document of the index that says how far the index is, and which clone feeds it. It is no page: it has no space, so no
 * search finds it.
 *
 * @param state null in a new index
 * @param position the replication position that the index has reached; null if it isn't known
 * @param feeder empty if no clone feeds it
 * @param term a number that is higher for each clone that begins to feed it
 */
record FeedState(@Nullable IndexState state, @Nullable String position, String feeder, long term) {
    static final String ID = "feed";

    private static final String STATE = "state";
    private static final String POSITION = "position";
    private static final String FEEDER = "feeder";
    private static final String TERM = "term";

    static final FeedState NONE = new FeedState(null, null, "", 0);

    static FeedState of(JsonObject document) {
        JsonObject feed = document.getJsonObject(ID);
        Map<String, String> data = new HashMap<>();
        feed.getJsonObject(STATE).forEach((name, value) -> data.put(name, ((JsonString) value).getString()));
        String position = feed.getString(POSITION);
        return new FeedState(
                data.isEmpty() ? null : IndexState.of(data),
                position.isEmpty() ? null : position,
                feed.getString(FEEDER),
                feed.getJsonNumber(TERM).longValue());
    }

    JsonObject document(JsonProvider json) {
        JsonObjectBuilder data = json.createObjectBuilder();
        if (state != null) {
            state.data().forEach(data::add);
        }
        return json.createObjectBuilder()
                .add(
                        ID,
                        json.createObjectBuilder()
                                .add(STATE, data)
                                .add(POSITION, position == null ? "" : position)
                                .add(FEEDER, feeder)
                                .add(TERM, term))
                .build();
    }

    FeedState at(IndexState newState, @Nullable String newPosition) {
        return new FeedState(newState, newPosition, feeder, term);
    }

    FeedState fedBy(String newFeeder) {
        return new FeedState(state, position, newFeeder, term + 1);
    }

    FeedState released() {
        return new FeedState(state, position, "", term);
    }

    SearchIndex.Reached reached() {
        IndexState known = state == null ? IndexState.begin(0) : state;
        return new SearchIndex.Reached(known, position);
    }
}
