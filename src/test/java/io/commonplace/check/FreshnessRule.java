package io.commonplace.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A view that begins after a write was acknowledged, to whomever, shows that write or a later one. */
final class FreshnessRule {
    private final Histories histories;

    /** By page: what was acknowledged at latest at a time. */
    private final Map<String, TreeMap<Long, Known>> acknowledged = new HashMap<>();

    FreshnessRule(Histories histories) {
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
                operation.sights().forEach(sight -> judge(operation, sight, found));
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

    private void judge(Operation operation, Sight sight, List<Violation> found) {
        Known known = knownBefore(sight.page(), operation.start());
        Integer number = histories.number(sight.page(), sight.token()).orElse(null);
        // What one has written oneself is the session rule's business.
        if (known == null || number == null || known.by.session() == operation.session()) {
            return;
        }
        int latest = histories.latest(sight, number);
        if (latest < known.number) {
            found.add(new Violation(
                    Promise.STALE_READ,
                    "%s was shown as %s (revision %d), %d ms after revision %d was acknowledged"
                            .formatted(
                                    sight.page(),
                                    sight.token(),
                                    latest + 1,
                                    (operation.start() - known.by.end()) / 1_000_000,
                                    known.number + 1),
                    operation,
                    known.by));
        }
    }

    private @Nullable Known knownBefore(String page, long time) {
        TreeMap<Long, Known> known = acknowledged.get(page);
        var entry = known == null ? null : known.lowerEntry(time);
        return entry == null ? null : entry.getValue();
    }

    private record Known(int number, Operation by) {}
}
