package io.commonplace.check;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The result as text. */
final class Report {
    private static final int EXAMPLES = 3;
    private static final double SLOW_MILLIS = 1_000;

    private final Result result;
    private final long origin;

    Report(Result result) {
        this.result = result;
        this.origin =
                result.operations().stream().mapToLong(Operation::start).min().orElse(0);
    }

    void print(PrintStream out) {
        kinds(out);
        incidents(out);
        out.println();
        out.println("Sources: " + result.sources());
        failures(out);
        violations(out);
    }

    private void kinds(PrintStream out) {
        out.printf("%n%d operations in %.0f s%n", result.operations().size(), result.seconds());
        out.printf(
                "%-9s %8s %8s %8s %8s %8s %8s %9s %9s %9s%n",
                "", "all", "done", "absent", "refused", "conflict", "failed", "p50 ms", "p99 ms", "max ms");
        Map<OperationKind, List<Operation>> kinds = result.operations().stream()
                .collect(Collectors.groupingBy(
                        Operation::kind, () -> new EnumMap<>(OperationKind.class), Collectors.toList()));
        kinds.forEach((kind, all) -> kind(out, kind, all));
    }

    private static void kind(PrintStream out, OperationKind kind, List<Operation> all) {
        Latencies latencies = Latencies.of(all);
        out.printf(
                "%-9s %8d %8d %8d %8d %8d %8d %9.1f %9.1f %9.1f%n",
                kind.name().toLowerCase(Locale.ROOT),
                all.size(),
                count(all, Outcome.DONE),
                count(all, Outcome.ABSENT),
                count(all, Outcome.REFUSED),
                count(all, Outcome.CONFLICT),
                all.stream().filter(Report::isFailed).count(),
                latencies.median(),
                latencies.p99(),
                latencies.longest());
    }

    private void incidents(PrintStream out) {
        result.skipped().forEach(line -> out.println("Skipped: " + line));
        if (result.incidents().isEmpty()) {
            return;
        }
        out.printf("%n%-52s %9s %8s %8s %7s %7s%n", "fault", "at s", "lasted s", "whole s", "failed", "slow");
        for (InjectedFault incident : result.incidents()) {
            List<Operation> during =
                    result.operations().stream().filter(incident::overlaps).toList();
            out.printf(
                    "%-52s %9.1f %8.1f %8.1f %7d %7d%n",
                    incident.what(),
                    (incident.begin() - origin) / 1e9,
                    (incident.healed() - incident.begin()) / 1e9,
                    (incident.recovered() - incident.begin()) / 1e9,
                    during.stream().filter(Report::isFailed).count(),
                    during.stream().filter(Report::isSlow).count());
        }
        out.println("(failed and slow, more than a second: operations until all parts were working again)");
    }

    private void failures(PrintStream out) {
        Map<String, Long> notes = result.operations().stream()
                .filter(operation -> isFailed(operation) || operation.outcome() == Outcome.REFUSED)
                .collect(Collectors.groupingBy(
                        operation -> operation.outcome() + " " + operation.note(), Collectors.counting()));
        notes.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(8)
                .forEach(note -> out.printf("%6d x %s%n", note.getValue(), note.getKey()));
    }

    private void violations(PrintStream out) {
        Map<Invariant, List<Violation>> byInvariant = result.violations().stream()
                .collect(Collectors.groupingBy(
                        Violation::invariant, () -> new EnumMap<>(Invariant.class), Collectors.toList()));
        out.println();
        for (Invariant invariant : Invariant.values()) {
            List<Violation> all = byInvariant.getOrDefault(invariant, List.of());
            out.printf("%7d  %s%n", all.size(), invariant.violation());
            all.stream().limit(EXAMPLES).forEach(violation -> example(out, violation));
        }
        out.printf(
                "%n%s (seed %d)%n",
                result.isGood()
                        ? "No invariant was violated"
                        : "VIOLATIONS: " + result.violations().size(),
                result.options().seed());
    }

    private void example(PrintStream out, Violation violation) {
        out.println("           " + violation.explanation());
        Arrays.asList(violation.because(), violation.operation()).forEach(operation -> describe(out, operation));
    }

    private void describe(PrintStream out, @Nullable Operation operation) {
        if (operation == null) {
            return;
        }
        out.printf(
                "             %.3f to %.3f s: session %d, %s %s %s at %s%s%n",
                (operation.start() - origin) / 1e9,
                (operation.end() - origin) / 1e9,
                operation.session(),
                operation.kind(),
                operation.page(),
                operation.outcome(),
                operation.servedBy(),
                result.incidents().stream()
                        .filter(incident -> incident.overlaps(operation))
                        .map(incident -> ", during " + incident.what())
                        .collect(Collectors.joining()));
    }

    private static long count(List<Operation> operations, Outcome outcome) {
        return operations.stream()
                .filter(operation -> operation.outcome() == outcome)
                .count();
    }

    private static boolean isFailed(Operation operation) {
        return switch (operation.outcome()) {
            case FAILED, UNTRIED, SIGNED_OUT -> true;
            case DONE, ABSENT, REFUSED, CONFLICT -> false;
        };
    }

    private static boolean isSlow(Operation operation) {
        return operation.end() - operation.start() > SLOW_MILLIS * 1e6;
    }
}
