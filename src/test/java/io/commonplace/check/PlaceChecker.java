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
 * Checks that each page is at the address of the last acknowledged creation, move, deletion or restore: in views for
 * everybody, in forms for the person who changed it. Such changes of one page must not overlap, and none may follow one
 * with an unknown outcome.
 */
final class PlaceChecker {
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
            if (operation.kind() == OperationKind.TREE && operation.isDone()) {
                checkTree(operation, found);
            } else if (isAboutOnePage(operation)) {
                check(operation, found);
            }
        }
        return found;
    }

    private static boolean isAboutOnePage(Operation operation) {
        boolean shows = operation.kind() == OperationKind.READ
                || operation.kind() == OperationKind.SEARCH
                || operation.kind() == OperationKind.HISTORY
                || operation.kind() == OperationKind.EDIT;
        return shows && (operation.isDone() || operation.outcome() == Outcome.ABSENT);
    }

    private void check(Operation operation, List<Violation> found) {
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

    /** Forms know a page only by its current address; at a former one they may answer that it doesn't exist. */
    private static boolean isWrongForm(Operation operation, List<@Nullable String> possible) {
        return operation.isDone()
                ? possible.stream().allMatch(Objects::isNull)
                : possible.stream().allMatch(place -> Objects.equals(place, operation.place()));
    }

    /** The index of the last change that must be visible; -1 if there is none. */
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

    /** The possible addresses of the page during the operation. */
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
        Invariant invariant = change.place() == null
                ? Invariant.RESURRECTION
                : change.session() == operation.session() ? Invariant.READ_YOUR_WRITES : Invariant.STALE_READ;
        return new Violation(
                invariant,
                "%s was shown at %s, %d ms after it was placed at %s"
                        .formatted(
                                page,
                                orNoPlace(shown),
                                (operation.start() - change.end()) / 1_000_000,
                                orNoPlace(change.place())),
                operation,
                change);
    }

    private static String orNoPlace(@Nullable String place) {
        return Objects.requireNonNullElse(place, "no place");
    }

    /** Checks that the tree of a section has each page that must be there, and none that can't be. */
    private void checkTree(Operation operation, List<Violation> found) {
        Map<String, @Nullable String> shown = operation.observations().stream()
                .collect(Collectors.toMap(
                        Observation::page, observation -> Objects.requireNonNullElse(observation.place(), "")));
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

    private static boolean isBelow(String section, @Nullable String place) {
        return place != null && place.startsWith(section + "/");
    }
}
