package io.commonplace.check;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Checks that a link to a page is broken if the page is deleted, and otherwise leads to an address that it has or had. Links
 * are looked at again in the background, and while nothing can be saved not at all. So a link is judged only if its page
 * wasn't moved, deleted or restored for {@link #SETTLING}.
 */
final class LinkChecker {
    /** Usually it takes a second or two; a change of the primary takes longer. */
    static final Duration SETTLING = Duration.ofSeconds(60);

    private final Map<String, List<Operation>> changes = new HashMap<>();

    List<Violation> violations(List<Operation> operations) {
        operations.stream()
                .filter(operation -> operation.kind().changesPlace())
                .filter(operation -> operation.isDone() || operation.outcome() == Outcome.FAILED)
                .sorted(Comparator.comparingLong(Operation::start))
                .forEach(change -> changes.computeIfAbsent(change.page(), page -> new ArrayList<>())
                        .add(change));
        List<Violation> found = new ArrayList<>();
        operations.stream()
                .filter(operation -> operation.kind() == OperationKind.LINK && operation.isDone())
                .forEach(link -> check(link, found));
        return found;
    }

    private void check(Operation link, List<Violation> found) {
        List<Operation> before = changes.getOrDefault(link.page(), List.of()).stream()
                .filter(change -> change.start() <= link.end())
                .toList();
        if (before.isEmpty() || !before.stream().allMatch(change -> isSettled(change, link))) {
            return;
        }
        Operation last = before.get(before.size() - 1);
        @Nullable String shown = link.place();
        boolean isWrong = last.place() == null
                ? shown != null
                : before.stream().noneMatch(change -> shown != null && shown.equals(change.place()));
        if (isWrong) {
            found.add(new Violation(
                    Invariant.LINK,
                    "the link to %s led to %s, %d ms after it was placed at %s"
                            .formatted(
                                    link.page(),
                                    shown == null ? "nothing" : shown,
                                    (link.start() - last.end()) / 1_000_000,
                                    last.place() == null ? "no place" : last.place()),
                    link,
                    last));
        }
    }

    /** Whether its outcome is known, and it was long enough ago. */
    private static boolean isSettled(Operation change, Operation link) {
        return change.isDone() && change.end() + SETTLING.toNanos() < link.start();
    }
}
