package io.commonplace.check;

import java.util.ArrayList;
import java.util.List;

/** Finds in what people did and saw whatever a reliable site would not have shown them. */
final class Judge {
    private Judge() {}

    /** @param operations in any order */
    static List<Violation> violations(List<Operation> operations, Histories histories) {
        List<Violation> found = new ArrayList<>();
        found.addAll(new WritesRule(histories).violations(operations));
        found.addAll(new SessionRule(histories).violations(operations));
        found.addAll(new FreshnessRule(histories).violations(operations));
        found.addAll(new PlaceRule().violations(operations));
        operations.stream()
                .filter(operation -> operation.outcome() == Outcome.SIGNED_OUT)
                .map(operation -> new Violation(Promise.SESSION, "was asked to sign in", operation, null))
                .forEach(found::add);
        return found;
    }
}
