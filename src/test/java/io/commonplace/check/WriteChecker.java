package io.commonplace.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Checks that each acknowledged write is in its page's history once and based on the text before it, and that no refused
 * write is.
 */
final class WriteChecker {
    private final Histories histories;

    WriteChecker(Histories histories) {
        this.histories = histories;
    }

    List<Violation> violations(List<Operation> operations) {
        List<Violation> found = new ArrayList<>();
        Map<String, Operation> writers = new HashMap<>();
        for (Operation operation : operations) {
            Text written = operation.written();
            if (written != null) {
                writers.put(written.token(), operation);
                check(operation, written, found);
            }
        }
        histories.all().forEach((page, texts) -> checkChain(page, texts, writers, found));
        return found;
    }

    private void check(Operation operation, Text written, List<Violation> found) {
        long times = histories.of(operation.page()).stream()
                .filter(text -> text.token().equals(written.token()))
                .count();
        if (times == 0 && operation.isDone()) {
            found.add(violation(Invariant.LOST_WRITE, written.token() + " is not in the history", operation));
        } else if (times > 1) {
            found.add(violation(Invariant.DOUBLE_WRITE, written.token() + " is there " + times + " times", operation));
        } else if (times == 1 && isRefused(operation)) {
            found.add(violation(Invariant.REFUSED_WRITE, written.token() + " is in the history", operation));
        }
    }

    private static boolean isRefused(Operation operation) {
        return switch (operation.outcome()) {
            case ABSENT, REFUSED, CONFLICT, UNTRIED -> true;
            case DONE, FAILED, SIGNED_OUT -> false;
        };
    }

    private static void checkChain(
            String page, List<Text> texts, Map<String, Operation> writers, List<Violation> found) {
        String before = "";
        for (int i = 0; i < texts.size(); i++) {
            Text text = texts.get(i);
            if (!text.base().equals(before)) {
                found.add(new Violation(
                        Invariant.BROKEN_CHAIN,
                        "revision %d of %s, %s, is based on '%s'; the one before is '%s'"
                                .formatted(i + 1, page, text.token(), text.base(), before),
                        writers.get(text.token()),
                        writers.get(before)));
            }
            before = text.token();
        }
    }

    private static Violation violation(Invariant invariant, String explanation, Operation operation) {
        return new Violation(invariant, explanation, operation, null);
    }
}
