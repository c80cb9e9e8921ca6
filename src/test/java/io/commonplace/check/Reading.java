package io.commonplace.check;

import java.util.List;
import java.util.Optional;

/** What people do who only look. */
final class Reading {
    private static final int MOST_REDIRECTS = 5;

    private Reading() {}

    /** The page at the address, or where that address leads to. */
    static Operation read(Visit visit, Leaf leaf, String place) {
        Attempt attempt = new Attempt(visit, Kind.READ, leaf.name());
        World world = visit.world();
        String start = world.href("");
        String path = world.href(place);
        Reply reply = visit.get(path);
        for (int i = 0;
                i < MOST_REDIRECTS && reply.status() == 301 && reply.location().startsWith(start);
                i++) {
            path = reply.location();
            reply = visit.get(path);
        }
        Operation ended = attempt.endedBy(reply);
        if (ended != null) {
            return ended;
        }
        String shown = path.substring(start.length());
        Optional<Sight> sight = world.markings().text(reply.body()).map(marked -> marked.at(shown));
        sight.ifPresent(attempt::saw);
        return attempt.at(shown).end(sight.isPresent() ? Outcome.DONE : Outcome.FAILED, reply);
    }

    static Operation history(Visit visit, Leaf leaf) {
        String place = leaf.place();
        Attempt attempt = new Attempt(visit, Kind.HISTORY, leaf.name()).at(place);
        Reply reply = visit.get(visit.world().address("history", place));
        Operation ended = attempt.endedBy(reply);
        if (ended != null) {
            return ended;
        }
        Optional<Sight> newest = visit.world().markings().newest(reply.body(), leaf.name(), place);
        newest.ifPresent(attempt::saw);
        return attempt.end(newest.isPresent() ? Outcome.DONE : Outcome.FAILED, reply);
    }

    /** The pages below a shelf, as the tree at the side of its page shows them. */
    static Operation tree(Visit visit, String shelf) {
        Attempt attempt = new Attempt(visit, Kind.TREE, shelf);
        Reply reply = visit.get(visit.world().href(shelf));
        Operation ended = attempt.endedBy(reply);
        if (ended != null) {
            return ended;
        }
        String body = reply.body();
        int from = Math.max(0, body.indexOf("class=\"tree\""));
        int to = body.indexOf("</nav>", from);
        List<Sight> links = visit.world().markings().links(body.substring(from, Math.max(from, to)));
        return attempt.saw(links).end(to < 0 ? Outcome.FAILED : Outcome.DONE, reply);
    }

    static Operation recent(Visit visit) {
        Attempt attempt = new Attempt(visit, Kind.RECENT, "");
        Reply reply = visit.get("/");
        Operation ended = attempt.endedBy(reply);
        return ended != null
                ? ended
                : attempt.saw(visit.world().markings().links(reply.body())).end(Outcome.DONE, reply);
    }
}
