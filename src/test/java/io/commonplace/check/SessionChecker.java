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
 * Checks that a session is never shown less than it has written or seen before, in any view, and that every text shown is
 * in a history.
 */
final class SessionChecker {
    private final Histories histories;

    SessionChecker(Histories histories) {
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
                    SessionState state = new SessionState(found);
                    session.forEach(state::check);
                });
        return found;
    }

    /** What the session has written and seen so far. */
    private final class SessionState {
        private final Map<String, Known> written = new HashMap<>();
        private final Map<String, Known> seen = new HashMap<>();
        private final List<Violation> found;

        private SessionState(List<Violation> found) {
            this.found = found;
        }

        private void check(Operation operation) {
            operation.observations().forEach(observation -> check(operation, observation));
            Text text = operation.written();
            if (text != null) {
                histories
                        .number(operation.page(), text.token())
                        .ifPresent(number -> merge(written, operation.page(), new Known(number, operation)));
            }
        }

        private void check(Operation operation, Observation observation) {
            Optional<Integer> number = histories.number(observation.page(), observation.token());
            if (number.isEmpty()) {
                found.add(new Violation(
                        Invariant.PHANTOM,
                        observation.token() + " of " + observation.page() + " is in no history",
                        operation,
                        null));
                return;
            }
            Known now = new Known(histories.latest(observation, number.get()), operation);
            compare(observation, now, written.get(observation.page()), Invariant.READ_YOUR_WRITES);
            compare(observation, now, seen.get(observation.page()), Invariant.MONOTONIC_READS);
            merge(seen, observation.page(), new Known(number.get(), operation));
        }

        private void compare(Observation observation, Known now, @Nullable Known before, Invariant invariant) {
            if (before != null && now.number < before.number) {
                found.add(new Violation(
                        invariant,
                        "%s was shown as %s (revision %d), after revision %d"
                                .formatted(observation.page(), observation.token(), now.number + 1, before.number + 1),
                        now.by,
                        before.by));
            }
        }

        private static void merge(Map<String, Known> known, String page, Known one) {
            known.merge(page, one, (before, after) -> after.number > before.number ? after : before);
        }
    }

    private record Known(int number, Operation by) {}
}
