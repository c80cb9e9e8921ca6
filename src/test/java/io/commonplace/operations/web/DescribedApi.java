package io.commonplace.operations.web;

import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.yaml.snakeyaml.Yaml;

/** The description of the API in the OpenAPI format. */
public final class DescribedApi {
    private final JsonSchema schemas;
    private final Map<String, Map<String, Map<String, Object>>> paths;

    private DescribedApi(Map<String, Object> document) {
        this.schemas = new JsonSchema(document);
        this.paths = YamlMap.of(document, "paths");
    }

    public static DescribedApi parse(String yaml) {
        return new DescribedApi(new Yaml().load(yaml));
    }

    /** @param name such as {@code GET /api/jobs/{job}} */
    public record Operation(String name, Map<String, Object> description) {
        public String method() {
            return name.substring(0, name.indexOf(' '));
        }

        public String path() {
            return name.substring(name.indexOf(' ') + 1);
        }

        /** The schemas of parameters in the query, by name. */
        public Map<String, Map<String, Object>> query() {
            Map<String, Map<String, Object>> query = new java.util.TreeMap<>();
            List<Map<String, Object>> parameters = YamlMap.list(description, "parameters");
            parameters.stream()
                    .filter(each -> Objects.equals(each.get("in"), "query"))
                    .forEach(each -> query.put((String) each.get("name"), YamlMap.of(each, "schema")));
            return query;
        }
    }

    public List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        paths.forEach((path, methods) -> methods.forEach((method, description) ->
                operations.add(new Operation(method.toUpperCase(Locale.ROOT) + " " + path, description))));
        return operations;
    }

    public Operation operation(String name) {
        return operations().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** The types of content that a response of this status may have. @throws IllegalStateException for an undescribed status */
    public Map<String, Map<String, Object>> content(Operation operation, int status) {
        Map<String, Map<String, Object>> responses = YamlMap.of(operation.description(), "responses");
        Map<String, Object> response = responses.get(Integer.toString(status));
        if (response == null) {
            throw new IllegalStateException(operation.name() + " has no response " + status);
        }
        return YamlMap.of(schemas.resolved(response), "content");
    }

    /** How a JSON response differs from its description; empty if it doesn't. */
    public List<String> differences(Operation operation, int status, JsonValue body) {
        Map<String, Object> json = content(operation, status).getOrDefault("application/json", Map.of());
        return schemas.violations(body, YamlMap.of(json, "schema"));
    }
}
