package io.commonplace.check;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** What people do who put pages elsewhere, delete them and bring them back. */
final class Tidying {
    private Tidying() {}

    /** One such change at a time for each page; nothing if somebody else is at it, or there is nothing to do. */
    static List<Operation> tidy(Visit visit, Leaf leaf, Kind kind) {
        if (leaf.isThere() == (kind == Kind.RESTORE) || !leaf.take()) {
            return List.of();
        }
        if (leaf.isThere() == (kind == Kind.RESTORE)) {
            leaf.settle();
            return List.of();
        }
        Operation change = switch (kind) {
            case MOVE -> move(visit, leaf);
            case DELETE -> delete(visit, leaf);
            default -> restore(visit, leaf);
        };
        learn(leaf, change);
        return List.of(change);
    }

    private static void learn(Leaf leaf, Operation change) {
        String place = change.place();
        if (change.isDone()) {
            leaf.isThere(place != null);
            if (place != null && !place.equals(leaf.place())) {
                leaf.movedTo(place);
            }
        }
        if (change.outcome() != Outcome.FAILED) {
            leaf.settle();
        }
    }

    /** To another shelf or the same one, always by a name that it never had. */
    private static Operation move(Visit visit, Leaf leaf) {
        World world = visit.world();
        String shelf = world.library().shelf(visit.random());
        String name = leaf.name() + "-" + world.token();
        Attempt attempt = new Attempt(visit, Kind.MOVE, leaf.name()).at(shelf + "/" + name);
        return sent(attempt, visit, world.address("move", leaf.place()), Map.of("parent", shelf, "name", name));
    }

    private static Operation delete(Visit visit, Leaf leaf) {
        Attempt attempt = new Attempt(visit, Kind.DELETE, leaf.name()).at(null);
        return sent(attempt, visit, visit.world().address("delete", leaf.place()), Map.of());
    }

    /** By the way that the site offers where the page was; what it offers to undo above that is this person's last deletion. */
    private static Operation restore(Visit visit, Leaf leaf) {
        World world = visit.world();
        Reply shown = visit.get(world.href(leaf.place()));
        Attempt attempt = new Attempt(visit, Kind.RESTORE, leaf.name()).at(leaf.place());
        Element offer = Jsoup.parse(shown.body()).selectFirst(".actions a[href^=/trash/restore]");
        return offer == null ? attempt.end(Outcome.UNTRIED, shown) : sent(attempt, visit, offer.attr("href"), Map.of());
    }

    /** Opens the form at the address, whose identifier is the address's last part, and sends it. */
    private static Operation sent(Attempt attempt, Visit visit, String address, Map<String, String> values) {
        String view = address.substring(0, address.indexOf('?'));
        Reply shown = visit.get(address);
        Optional<Form> form = Form.of(shown, view.substring(view.lastIndexOf('/') + 1));
        if (form.isEmpty()) {
            return attempt.untried(shown);
        }
        return Writing.ending(attempt, visit.post(address, form.get().filled(values)));
    }
}
