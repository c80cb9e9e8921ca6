package io.commonplace.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Within one session nobody is led back behind what they have written or seen, in whatever view they saw it. A text that
 * is in no history must not have been seen at all.
 */
final class SessionRule {
    private final Histories histories;

    SessionRule(Histories histories) {
        this.histories = histories;
    }

    List<Violation> violations(List<Operation> operations) {
        List<Violation> found = new ArrayList<>();
        operations.stream()
                .filter(Operation::isDone)
                .sorted(Comparator.comparingLong(Operation::start))
                .collect(Collectors.groupingBy(Operation::session))
                .values()
                .forEach(session -> {
                    Memory memory = new Memory(found);
                    session.forEach(memory::judge);
                });
        return found;
    }

    /** What one session has written and seen so far. */
    private final class Memory {
        private final Map<String, Known> written = new HashMap<>();
        private final Map<String, Known> seen = new HashMap<>();
        private final List<Violation> found;

        private Memory(List<Violation> found) {
            this.found = found;
        }

        private void judge(Operation operation) {
            operation.sights().forEach(sight -> judge(operation, sight));
            Text text = operation.written();
            if (text != null) {
                histories
                        .number(operation.page(), text.token())
                        .ifPresent(number -> keep(written, operation.page(), new Known(number, operation)));
            }
        }

        private void judge(Operation operation, Sight sight) {
            Optional<Integer> number = histories.number(sight.page(), sight.token());
            if (number.isEmpty()) {
                found.add(new Violation(
                        Promise.PHANTOM, sight.token() + " of " + sight.page() + " is in no history", operation, null));
                return;
            }
            Known now = new Known(histories.latest(sight, number.get()), operation);
            compare(sight, now, written.get(sight.page()), Promise.READ_YOUR_WRITES);
            compare(sight, now, seen.get(sight.page()), Promise.MONOTONIC_READS);
            keep(seen, sight.page(), new Known(number.get(), operation));
        }

        private void compare(Sight sight, Known now, @Nullable Known before, Promise promise) {
            if (before != null && now.number < before.number) {
                found.add(new Violation(
                        promise,
                        "%s was shown as %s (revision %d), after revision %d"
                                .formatted(sight.page(), sight.token(), now.number + 1, before.number + 1),
                        now.by,
                        before.by));
            }
        }

        private static void keep(Map<String, Known> known, String page, Known one) {
            known.merge(page, one, (before, after) -> after.number > before.number ? after : before);
        }
    }

    private record Known(int number, Operation by) {}
}
