package io.commonplace.check;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/** An operation that is under way. */
final class Attempt {
    private final Visit visit;
    private final Kind kind;
    private final String page;
    private final long start = System.nanoTime();
    private final List<Sight> sights = new ArrayList<>();
    private @Nullable Text written;
    private @Nullable String place;

    Attempt(Visit visit, Kind kind, String page) {
        this.visit = visit;
        this.kind = kind;
        this.page = page;
    }

    Attempt writing(Text text) {
        written = text;
        return this;
    }

    Attempt at(@Nullable String where) {
        place = where;
        return this;
    }

    Attempt saw(Sight sight) {
        sights.add(sight);
        return this;
    }

    Attempt saw(List<Sight> all) {
        sights.addAll(all);
        return this;
    }

    Operation end(Outcome outcome, Reply reply) {
        long end = System.nanoTime();
        String note = isUnhappy(outcome) ? note(reply) : "";
        return new Operation(
                visit.number(), kind, page, start, end, outcome, visit.servedBy(), written, sights, place, note);
    }

    private static boolean isUnhappy(Outcome outcome) {
        return outcome == Outcome.FAILED || outcome == Outcome.REFUSED || outcome == Outcome.UNTRIED;
    }

    /** How it ended, if the answer's status says so; null if it is to be looked at. */
    @Nullable
    Operation endedBy(Reply reply) {
        if (reply.asksToSignIn()) {
            return end(Outcome.SIGNED_OUT, reply);
        }
        if (reply.isFailure()) {
            return end(Outcome.FAILED, reply);
        }
        if (reply.status() == 404) {
            return end(Outcome.ABSENT, reply);
        }
        return reply.status() >= 400 ? end(Outcome.REFUSED, reply) : null;
    }

    /** Nothing was sent, whatever came instead of the form. */
    Operation untried(Reply reply) {
        Operation ended = endedBy(reply);
        return ended == null || ended.outcome() == Outcome.FAILED ? end(Outcome.UNTRIED, reply) : ended;
    }

    private static String note(Reply reply) {
        if (reply.status() == 0) {
            return reply.body();
        }
        String text = Jsoup.parse(reply.body()).text();
        return reply.status() + " " + text.substring(0, Math.min(text.length(), 160));
    }
}
