package io.commonplace.check;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/** An operation in progress. */
final class Attempt {
    private final Visit visit;
    private final OperationKind kind;
    private final String page;
    private final long start = System.nanoTime();
    private final List<Observation> observations = new ArrayList<>();
    private @Nullable Text written;
    private @Nullable String place;

    Attempt(Visit visit, OperationKind kind, String page) {
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

    Attempt observe(Observation sight) {
        observations.add(sight);
        return this;
    }

    Attempt observe(List<Observation> all) {
        observations.addAll(all);
        return this;
    }

    Operation end(Outcome outcome, Reply reply) {
        long end = System.nanoTime();
        String note = needsNote(outcome) ? note(reply) : "";
        return new Operation(
                visit.number(), kind, page, start, end, outcome, visit.servedBy(), written, observations, place, note);
    }

    private static boolean needsNote(Outcome outcome) {
        return outcome == Outcome.FAILED || outcome == Outcome.REFUSED || outcome == Outcome.UNTRIED;
    }

    /** The operation if the reply's status decides its outcome; null if the caller must look at the body. */
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

    /** Ends an operation whose form could not be opened, so that nothing was sent. */
    Operation notSent(Reply reply) {
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
