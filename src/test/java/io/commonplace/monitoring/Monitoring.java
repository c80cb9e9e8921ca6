package io.commonplace.monitoring;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The files for a monitoring system, and the handbook's page about them. */
public final class Monitoring {
    private static final Path DASHBOARD = Path.of("monitoring/dashboard.json");
    private static final Path HANDBOOK = Path.of("src/handbook/administering/monitoring.md");
    private static final Pattern METRIC = Pattern.compile("`(commonplace_\\w+)");

    private Monitoring() {}

    /** All queries of the alerts and the dashboard. */
    public static List<Expression> expressions() {
        Stream<String> alerts = Alert.all().stream().map(Alert::expression);
        Stream<String> panels = panels().stream()
                .filter(panel -> panel.containsKey("targets"))
                .flatMap(panel -> panel.getJsonArray("targets").getValuesAs(JsonObject.class).stream())
                .map(target -> target.getString("expr"));
        return Stream.concat(alerts, panels).map(Expression::new).toList();
    }

    /** All metrics that they need. */
    public static Set<String> metrics() {
        return expressions().stream()
                .flatMap(expression -> expression.metrics().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The application's metrics that the handbook explains. Histograms are named without their suffixes. */
    public static Set<String> explained() {
        return METRIC.matcher(handbook())
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static List<JsonObject> panels() {
        try (var reader = Json.createReader(Files.newBufferedReader(DASHBOARD))) {
            return reader.readObject().getJsonArray("panels").getValuesAs(JsonObject.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String handbook() {
        try {
            return Files.readString(HANDBOOK);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
