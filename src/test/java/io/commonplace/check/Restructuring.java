package io.commonplace.check;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** Operations that move, delete and restore pages. */
final class Restructuring {
    private Restructuring() {}

    /** Makes one such change, if no other one of the page is in progress and it is possible. */
    static List<Operation> change(Visit visit, TestPage testPage, OperationKind kind) {
        if (testPage.exists() == (kind == OperationKind.RESTORE) || !testPage.tryLock()) {
            return List.of();
        }
        if (testPage.exists() == (kind == OperationKind.RESTORE)) {
            testPage.unlock();
            return List.of();
        }
        Operation operation = switch (kind) {
            case MOVE -> move(visit, testPage);
            case DELETE -> delete(visit, testPage);
            default -> restore(visit, testPage);
        };
        update(testPage, operation);
        return List.of(operation);
    }

    private static void update(TestPage testPage, Operation change) {
        String place = change.place();
        if (change.isDone()) {
            testPage.exists(place != null);
            if (place != null && !place.equals(testPage.place())) {
                testPage.movedTo(place);
            }
        }
        if (change.outcome() != Outcome.FAILED) {
            testPage.unlock();
        }
    }

    /** Moves to a random section, always with a new name. */
    private static Operation move(Visit visit, TestPage testPage) {
        CheckContext context = visit.context();
        String section = context.testPages().randomSection(visit.random());
        String name = testPage.name() + "-" + context.token();
        Attempt attempt = new Attempt(visit, OperationKind.MOVE, testPage.name()).at(section + "/" + name);
        return submit(
                attempt, visit, context.address("move", testPage.place()), Map.of("parent", section, "name", name));
    }

    private static Operation delete(Visit visit, TestPage testPage) {
        Attempt attempt = new Attempt(visit, OperationKind.DELETE, testPage.name()).at(null);
        return submit(attempt, visit, visit.context().address("delete", testPage.place()), Map.of());
    }

    /**
     * Restores by the link at the page's address. The undo link at the top would restore this person's last deletion
     * instead.
     */
    private static Operation restore(Visit visit, TestPage testPage) {
        CheckContext context = visit.context();
        Reply shown = visit.get(context.href(testPage.place()));
        Attempt attempt = new Attempt(visit, OperationKind.RESTORE, testPage.name()).at(testPage.place());
        Element offer = Jsoup.parse(shown.body()).selectFirst(".actions a[href^=/trash/restore]");
        return offer == null
                ? attempt.end(Outcome.UNTRIED, shown)
                : submit(attempt, visit, offer.attr("href"), Map.of());
    }

    /** Opens the form at the address and sends it. The form's id is the last segment of the address. */
    private static Operation submit(Attempt attempt, Visit visit, String address, Map<String, String> values) {
        String view = address.substring(0, address.indexOf('?'));
        Reply shown = visit.get(address);
        Optional<Form> form = Form.of(shown, view.substring(view.lastIndexOf('/') + 1));
        if (form.isEmpty()) {
            return attempt.notSent(shown);
        }
        return Writing.result(attempt, visit.post(address, form.get().filled(values)));
    }
}
