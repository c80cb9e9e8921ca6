package io.commonplace.operations.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

class JsonSchemaTest {
    private static final String PERSON = """
            type: object
            required: [name, age]
            properties:
              name: { type: [string, "null"] }
              age: { type: integer, minimum: 0, maximum: 150 }
              role: { type: string, enum: [reader, writer] }
              born: { type: string, format: date-time }
              friends: { type: array, maxItems: 2, items: { $ref: "#/friend" } }
              home: { oneOf: [{ $ref: "#/friend" }, { type: "null" }] }
            """;

    private final JsonSchema schemas = new JsonSchema(Map.of(
            "friend", Map.of("type", "object", "properties", Map.of("name", Map.of("type", "string")))));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'name': 'Ada', 'age': 36}",
                "{'name': null, 'age': 0, 'role': 'writer', 'born': '1815-12-10T00:00:00Z'}",
                "{'name': 'Ada', 'age': 150, 'friends': [{'name': 'Charles'}, {}], 'home': null}",
                "{'name': 'Ada', 'age': 36, 'home': {'name': 'London'}}"
            })
    void whatTheSchemaDescribesIsRight(String json) {
        assertThat(violations(json, PERSON)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{'name': 'Ada'}",
                "{'name': 1, 'age': 36}",
                "{'name': 'Ada', 'age': 1.5}",
                "{'name': 'Ada', 'age': -1}",
                "{'name': 'Ada', 'age': 151}",
                "{'name': 'Ada', 'age': 36, 'role': 'editor'}",
                "{'name': 'Ada', 'age': 36, 'born': 'in 1815'}",
                "{'name': 'Ada', 'age': 36, 'friends': [{}, {}, {}]}",
                "{'name': 'Ada', 'age': 36, 'friends': [{'name': true}]}",
                "{'name': 'Ada', 'age': 36, 'home': 'London'}",
                "{'name': 'Ada', 'age': 36, 'more': 1}"
            })
    void whatItDoesNotIsWrong(String json) {
        assertThat(violations(json, PERSON)).hasSize(1);
    }

    @Test
    void aSchemaThatCannotBeCheckedIsAnError() {
        assertThatThrownBy(() -> violations("'x'", "{ type: string, pattern: y }"))
                .hasMessageContaining("pattern");
        assertThatThrownBy(() -> violations("'x'", "{ $ref: '#/nothing' }")).hasMessageContaining("nothing");
    }

    private List<String> violations(String json, String schema) {
        JsonValue value =
                Json.createReader(new StringReader(json.replace('\'', '"'))).readValue();
        return schemas.violations(value, new Yaml().load(schema));
    }
}
