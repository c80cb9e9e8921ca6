package io.commonplace.monitoring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;

/** One rule of {@code monitoring/alerts.yml}. */
record Alert(String name, String expression, Map<String, String> labels, Map<String, String> annotations) {
    static final Path FILE = Path.of("monitoring/alerts.yml");

    static List<Alert> all() {
        try (var text = Files.newBufferedReader(FILE)) {
            Map<String, List<Map<String, Object>>> file = new Yaml().load(text);
            return list(file.get("groups")).stream()
                    .flatMap(group -> list(group.get("rules")).stream())
                    .map(Alert::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return name;
    }

    private static Alert of(Map<String, Object> rule) {
        return new Alert(
                text(rule.get("alert")),
                text(rule.get("expr")),
                texts(rule.get("labels")),
                texts(rule.get("annotations")));
    }

    private static String text(@Nullable Object found) {
        return (String) Objects.requireNonNull(found);
    }

    @SuppressWarnings("unchecked") // the file's form, which Prometheus gives
    private static List<Map<String, Object>> list(@Nullable Object found) {
        return (List<Map<String, Object>>) Objects.requireNonNull(found);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, String> texts(@Nullable Object found) {
        return (Map<String, String>) Objects.requireNonNull(found);
    }
}
