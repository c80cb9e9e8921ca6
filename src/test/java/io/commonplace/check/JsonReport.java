package io.commonplace.check;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The result as JSON; times are in milliseconds. */
final class JsonReport {
    private JsonReport() {}

    static JsonObject of(Result result) {
        return Json.createObjectBuilder()
                .add("seed", result.options().seed())
                .add("operations", result.operations().size())
                .add("seconds", result.seconds())
                .add("sources", result.sources())
                .add("kinds", kinds(result.operations()))
                .add("incidents", incidents(result.incidents()))
                .add("violations", violations(result.violations()))
                .build();
    }

    private static JsonObjectBuilder kinds(List<Operation> operations) {
        JsonObjectBuilder kinds = Json.createObjectBuilder();
        Map<OperationKind, List<Operation>> byKind = operations.stream()
                .collect(Collectors.groupingBy(
                        Operation::kind, () -> new EnumMap<>(OperationKind.class), Collectors.toList()));
        byKind.forEach((kind, all) -> {
            JsonObjectBuilder line = Json.createObjectBuilder();
            all.stream()
                    .collect(Collectors.groupingBy(Operation::outcome, Collectors.counting()))
                    .forEach((outcome, count) -> line.add(outcome.name(), count));
            Latencies latencies = Latencies.of(all);
            line.add("median", latencies.median()).add("p99", latencies.p99()).add("longest", latencies.longest());
            kinds.add(kind.name(), line);
        });
        return kinds;
    }

    private static JsonArrayBuilder incidents(List<InjectedFault> incidents) {
        JsonArrayBuilder all = Json.createArrayBuilder();
        incidents.forEach(incident -> all.add(Json.createObjectBuilder()
                .add("what", incident.what())
                .add("lasted", (incident.healed() - incident.begin()) / 1_000_000)
                .add("whole", (incident.recovered() - incident.begin()) / 1_000_000)));
        return all;
    }

    private static JsonObjectBuilder violations(List<Violation> violations) {
        JsonObjectBuilder counts = Json.createObjectBuilder();
        for (Invariant invariant : Invariant.values()) {
            counts.add(
                    invariant.name(),
                    violations.stream()
                            .filter(violation -> violation.invariant() == invariant)
                            .count());
        }
        return counts;
    }
}
