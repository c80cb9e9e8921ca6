package io.commonplace.operations.web;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Compares JSON with a schema, as far as the description of the API uses JSON Schema; with other keywords it refuses to. */
final class JsonSchema {
    private static final Set<String> KEYWORDS = Set.of(
            "description",
            "type",
            "format",
            "enum",
            "minimum",
            "maximum",
            "maxItems",
            "items",
            "properties",
            "required",
            "additionalProperties",
            "oneOf",
            "$ref");

    private final Map<String, Object> document;

    JsonSchema(Map<String, Object> document) {
        this.document = document;
    }

    /** Empty if the value is as the schema says. */
    List<String> violations(JsonValue value, Map<String, Object> schema) {
        List<String> violations = new ArrayList<>();
        check("$", value, schema, violations);
        return violations;
    }

    /** The part of the document that {@code $ref} names, or the part itself. */
    Map<String, Object> resolved(Map<String, Object> part) {
        if (!(part.get("$ref") instanceof String reference)) {
            return part;
        }
        Map<String, Object> found = document;
        for (String name : reference.substring("#/".length()).split("/")) {
            found = YamlMap.of(found, name);
        }
        return found;
    }

    private void check(String at, JsonValue value, Map<String, Object> part, List<String> violations) {
        Map<String, Object> schema = resolved(part);
        if (schema.isEmpty() || !KEYWORDS.containsAll(schema.keySet())) {
            throw new IllegalStateException(at + ": this schema can't be checked: " + part);
        }
        List<Map<String, Object>> choices = YamlMap.list(schema, "oneOf");
        if (!choices.isEmpty()) {
            if (choices.stream().noneMatch(choice -> violations(value, choice).isEmpty())) {
                violations.add(at + " is none of the choices: " + value);
            }
        } else if (!types(schema).contains(type(value, types(schema)))) {
            violations.add(at + " is not " + schema.get("type") + ": " + value);
        } else if (value instanceof JsonObject object) {
            checkFields(at, object, schema, violations);
        } else if (value instanceof JsonArray array) {
            checkItems(at, array, schema, violations);
        } else if (!isAllowed(value, schema)) {
            violations.add(at + " is out of range: " + value);
        }
    }

    private static Set<String> types(Map<String, Object> schema) {
        Object type = Objects.requireNonNull(schema.get("type"), schema::toString);
        return type instanceof List<?> ? Set.copyOf(YamlMap.list(schema, "type")) : Set.of((String) type);
    }

    private static String type(JsonValue value, Set<String> wanted) {
        return switch (value.getValueType()) {
            case TRUE, FALSE -> "boolean";
            case NUMBER -> wanted.contains("integer") && ((JsonNumber) value).isIntegral() ? "integer" : "number";
            default -> value.getValueType().name().toLowerCase(java.util.Locale.ROOT);
        };
    }

    private void checkFields(String at, JsonObject object, Map<String, Object> schema, List<String> violations) {
        Map<String, Map<String, Object>> known = YamlMap.of(schema, "properties");
        List<String> required = YamlMap.list(schema, "required");
        required.stream()
                .filter(name -> !object.containsKey(name))
                .forEach(name -> violations.add(at + "." + name + " is missing"));
        object.forEach((name, value) -> {
            Map<String, Object> field = known.get(name);
            if (field == null) {
                violations.add(at + "." + name + " is not described");
            } else {
                check(at + "." + name, value, field, violations);
            }
        });
    }

    private void checkItems(String at, JsonArray array, Map<String, Object> schema, List<String> violations) {
        if (schema.get("maxItems") instanceof Integer most && array.size() > most) {
            violations.add(at + " has more than " + most + " items");
        }
        for (int i = 0; i < array.size(); i++) {
            check(at + "[" + i + "]", array.get(i), YamlMap.of(schema, "items"), violations);
        }
    }

    private static boolean isAllowed(JsonValue value, Map<String, Object> schema) {
        if (value instanceof JsonNumber number) {
            double given = number.doubleValue();
            return !(schema.get("minimum") instanceof Integer least && given < least)
                    && !(schema.get("maximum") instanceof Integer most && given > most);
        }
        if (value instanceof JsonString text) {
            List<String> choices = YamlMap.list(schema, "enum");
            return (choices.isEmpty() || choices.contains(text.getString()))
                    && (!"date-time".equals(schema.get("format")) || isTime(text.getString()));
        }
        return true;
    }

    private static boolean isTime(String text) {
        try {
            return !Instant.parse(text).equals(Instant.MIN);
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
