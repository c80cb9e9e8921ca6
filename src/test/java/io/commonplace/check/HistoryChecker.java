package io.commonplace.check;

import java.util.ArrayList;
import java.util.List;

/** Checks a history of operations against all invariants. */
final class HistoryChecker {
    private HistoryChecker() {}

    /** @param operations in any order */
    static List<Violation> violations(List<Operation> operations, Histories histories) {
        List<Violation> found = new ArrayList<>();
        found.addAll(new WriteChecker(histories).violations(operations));
        found.addAll(new SessionChecker(histories).violations(operations));
        found.addAll(new FreshnessChecker(histories).violations(operations));
        found.addAll(new PlaceChecker().violations(operations));
        found.addAll(new LinkChecker().violations(operations));
        operations.stream()
                .filter(operation -> operation.outcome() == Outcome.SIGNED_OUT)
                .map(operation -> new Violation(Invariant.SESSION, "was asked to sign in", operation, null))
                .forEach(found::add);
        return found;
    }
}
