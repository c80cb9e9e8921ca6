package io.commonplace.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Each acknowledged write is in its page's history once, made from the text before it; no refused one is. */
final class WritesRule {
    private final Histories histories;

    WritesRule(Histories histories) {
        this.histories = histories;
    }

    List<Violation> violations(List<Operation> operations) {
        List<Violation> found = new ArrayList<>();
        Map<String, Operation> writers = new HashMap<>();
        for (Operation operation : operations) {
            Text written = operation.written();
            if (written != null) {
                writers.put(written.token(), operation);
                judge(operation, written, found);
            }
        }
        histories.all().forEach((page, texts) -> chain(page, texts, writers, found));
        return found;
    }

    private void judge(Operation operation, Text written, List<Violation> found) {
        long times = histories.of(operation.page()).stream()
                .filter(text -> text.token().equals(written.token()))
                .count();
        if (times == 0 && operation.isDone()) {
            found.add(violation(Promise.LOST_WRITE, written.token() + " is not in the history", operation));
        } else if (times > 1) {
            found.add(violation(Promise.DOUBLE_WRITE, written.token() + " is there " + times + " times", operation));
        } else if (times == 1 && isRefused(operation)) {
            found.add(violation(Promise.REFUSED_WRITE, written.token() + " is in the history", operation));
        }
    }

    private static boolean isRefused(Operation operation) {
        return switch (operation.outcome()) {
            case ABSENT, REFUSED, CONFLICT, UNTRIED -> true;
            case DONE, FAILED, SIGNED_OUT -> false;
        };
    }

    private static void chain(String page, List<Text> texts, Map<String, Operation> writers, List<Violation> found) {
        String before = "";
        for (int i = 0; i < texts.size(); i++) {
            Text text = texts.get(i);
            if (!text.base().equals(before)) {
                found.add(new Violation(
                        Promise.BROKEN_CHAIN,
                        "revision %d of %s, %s, was made from '%s', the one before is '%s'"
                                .formatted(i + 1, page, text.token(), text.base(), before),
                        writers.get(text.token()),
                        writers.get(before)));
            }
            before = text.token();
        }
    }

    private static Violation violation(Promise promise, String explanation, Operation operation) {
        return new Violation(promise, explanation, operation, null);
    }
}
