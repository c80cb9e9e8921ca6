package io.commonplace.search.opensearch;

import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonGenerator;
import java.util.Objects;
import org.opensearch.client.json.JsonpDeserializer;
import org.opensearch.client.json.JsonpMapperBase;
import org.opensearch.client.json.JsonpSerializer;

/** Documents are read and written as the values of the runtime's JSON-P, without a binding to classes. */
final class JsonObjects extends JsonpMapperBase {
    private final JsonProvider provider = JsonProvider.provider();

    @Override
    public JsonProvider jsonProvider() {
        return provider;
    }

    @Override
    public <T> void serialize(T value, JsonGenerator generator) {
        JsonpSerializer<T> own = findSerializer(value);
        if (own == null) {
            generator.write((JsonValue) value);
        } else {
            own.serialize(value, generator, this);
        }
    }

    @Override
    @SuppressWarnings("unchecked") // documents are asked for as JsonObject only
    protected <T> JsonpDeserializer<T> getDefaultDeserializer(Class<T> type) {
        return (JsonpDeserializer<T>) Objects.requireNonNull(JsonpDeserializer.jsonValueDeserializer());
    }
}
