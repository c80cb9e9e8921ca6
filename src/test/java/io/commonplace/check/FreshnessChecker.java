package io.commonplace.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Checks that a view which starts after a write was acknowledged, to any session, shows that write or a later one. */
final class FreshnessChecker {
    private final Histories histories;

    /** By page: the latest acknowledged revision at a time. */
    private final Map<String, TreeMap<Long, Known>> acknowledged = new HashMap<>();

    FreshnessChecker(Histories histories) {
        this.histories = histories;
    }

    List<Violation> violations(List<Operation> operations) {
        operations.stream()
                .filter(operation -> operation.isDone() && operation.written() != null)
                .sorted(Comparator.comparingLong(Operation::end))
                .forEach(this::acknowledge);
        List<Violation> found = new ArrayList<>();
        for (Operation operation : operations) {
            if (operation.isDone() && operation.kind().isView()) {
                operation.observations().forEach(observation -> check(operation, observation, found));
            }
        }
        return found;
    }

    private void acknowledge(Operation write) {
        Text text = write.written();
        if (text == null) {
            return;
        }
        TreeMap<Long, Known> known = acknowledged.computeIfAbsent(write.page(), page -> new TreeMap<>());
        int before = known.isEmpty() ? -1 : known.lastEntry().getValue().number;
        histories
                .number(write.page(), text.token())
                .filter(number -> number > before)
                .ifPresent(number -> known.put(write.end(), new Known(number, write)));
    }

    private void check(Operation operation, Observation observation, List<Violation> found) {
        Known known = latestBefore(observation.page(), operation.start());
        Integer number =
                histories.number(observation.page(), observation.token()).orElse(null);
        // Own writes are the SessionChecker's task.
        if (known == null || number == null || known.by.session() == operation.session()) {
            return;
        }
        int latest = histories.latest(observation, number);
        if (latest < known.number) {
            found.add(new Violation(
                    Invariant.STALE_READ,
                    "%s was shown as %s (revision %d), %d ms after revision %d was acknowledged"
                            .formatted(
                                    observation.page(),
                                    observation.token(),
                                    latest + 1,
                                    (operation.start() - known.by.end()) / 1_000_000,
                                    known.number + 1),
                    operation,
                    known.by));
        }
    }

    private @Nullable Known latestBefore(String page, long time) {
        TreeMap<Long, Known> known = acknowledged.get(page);
        var entry = known == null ? null : known.lowerEntry(time);
        return entry == null ? null : entry.getValue();
    }

    private record Known(int number, Operation by) {}
}
