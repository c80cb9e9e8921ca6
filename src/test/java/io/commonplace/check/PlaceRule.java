package io.commonplace.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Pages are where the last acknowledged creation, move, deletion or restoring has put them: for everybody in views, for
 * who did it everywhere. Such changes of one page must not overlap, and nothing may follow one whose outcome is unknown.
 */
final class PlaceRule {
    private final Map<String, List<Operation>> changes = new HashMap<>();

    List<Violation> violations(List<Operation> operations) {
        operations.stream()
                .filter(operation -> operation.kind().changesPlace())
                .filter(operation -> operation.isDone() || operation.outcome() == Outcome.FAILED)
                .sorted(Comparator.comparingLong(Operation::start))
                .forEach(change -> changes.computeIfAbsent(change.page(), page -> new ArrayList<>())
                        .add(change));
        List<Violation> found = new ArrayList<>();
        for (Operation operation : operations) {
            if (operation.kind() == Kind.TREE && operation.isDone()) {
                judgeTree(operation, found);
            } else if (isAboutOnePage(operation)) {
                judge(operation, found);
            }
        }
        return found;
    }

    private static boolean isAboutOnePage(Operation operation) {
        boolean shows =
                operation.kind() == Kind.READ || operation.kind() == Kind.HISTORY || operation.kind() == Kind.EDIT;
        return shows && (operation.isDone() || operation.outcome() == Outcome.ABSENT);
    }

    private void judge(Operation operation, List<Violation> found) {
        List<Operation> all = changes.getOrDefault(operation.page(), List.of());
        int last = lastBefore(operation, all);
        if (last < 0) {
            return;
        }
        List<@Nullable String> possible = possible(operation, all, last);
        String shown = operation.isDone() ? operation.place() : null;
        boolean isWrong = operation.kind().isView() ? !possible.contains(shown) : isWrongForm(operation, possible);
        if (isWrong) {
            found.add(violation(operation, all.get(last), operation.page(), shown));
        }
    }

    /** The forms about a page know it only where it is: at a former place they may as well say that it isn't there. */
    private static boolean isWrongForm(Operation operation, List<@Nullable String> possible) {
        return operation.isDone()
                ? possible.stream().allMatch(Objects::isNull)
                : possible.stream().allMatch(place -> Objects.equals(place, operation.place()));
    }

    /** The last change that must be seen; -1 if none. */
    private static int lastBefore(Operation operation, List<Operation> all) {
        int last = -1;
        for (int i = 0; i < all.size(); i++) {
            Operation change = all.get(i);
            boolean binding = operation.kind().isView() || change.session() == operation.session();
            if (change.isDone() && binding && change.isBefore(operation)) {
                last = i;
            }
        }
        return last;
    }

    /** Where the page can have been during the operation. */
    private static List<@Nullable String> possible(Operation operation, List<Operation> all, int last) {
        List<@Nullable String> places = new ArrayList<>();
        for (int i = last; i < all.size(); i++) {
            if (all.get(i).start() <= operation.end()) {
                places.add(all.get(i).place());
            }
        }
        return places;
    }

    private static Violation violation(Operation operation, Operation change, String page, @Nullable String shown) {
        Promise promise = change.place() == null
                ? Promise.RESURRECTION
                : change.session() == operation.session() ? Promise.READ_YOUR_WRITES : Promise.STALE_READ;
        return new Violation(
                promise,
                "%s was shown at %s, %d ms after it had come to be at %s"
                        .formatted(
                                page,
                                named(shown),
                                (operation.start() - change.end()) / 1_000_000,
                                named(change.place())),
                operation,
                change);
    }

    private static String named(@Nullable String place) {
        return Objects.requireNonNullElse(place, "no place");
    }

    /** Every page that must be below the shelf is in its tree, and none that can't be. */
    private void judgeTree(Operation operation, List<Violation> found) {
        Map<String, @Nullable String> shown = operation.sights().stream()
                .collect(Collectors.toMap(Sight::page, sight -> Objects.requireNonNullElse(sight.place(), "")));
        changes.forEach((page, all) -> {
            int last = lastBefore(operation, all);
            if (last < 0) {
                return;
            }
            List<@Nullable String> possible = possible(operation, all, last);
            String place = shown.get(page);
            boolean mustBeThere = possible.stream().allMatch(one -> isBelow(operation.page(), one));
            if (place == null ? mustBeThere : !possible.contains(place)) {
                found.add(violation(operation, all.get(last), page, place));
            }
        });
    }

    private static boolean isBelow(String shelf, @Nullable String place) {
        return place != null && place.startsWith(shelf + "/");
    }
}
