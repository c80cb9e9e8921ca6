package io.commonplace.check;

import io.commonplace.outside.Cluster;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Checks that in the end all clones, and the load balancer, show what the primary database has. */
final class Convergence {
    private final CheckContext context;
    private final DatabaseState databaseState;
    private final Session session;

    /** @param session of a person who may read all pages */
    Convergence(CheckContext context, DatabaseState databaseState, Session session) {
        this.context = context;
        this.databaseState = databaseState;
        this.session = session;
    }

    List<Violation> violations() {
        List<String> sites = Stream.concat(
                        Stream.of(context.site()), context.clones().stream().map(Cluster::urlOf))
                .toList();
        List<Violation> found = new ArrayList<>();
        Map<String, String> lastKnown = context.testPages().all().stream()
                .collect(Collectors.toMap(TestPage::name, TestPage::place, (one, other) -> one));
        for (String site : sites) {
            Session visitor = session.copy();
            databaseState.histories().keySet().forEach(page -> {
                String place = databaseState.places().getOrDefault(page, lastKnown.getOrDefault(page, page));
                check(site, page, displayed(visitor, site, place), found);
            });
        }
        return found;
    }

    private String displayed(Session visitor, String site, String place) {
        Reply reply = visitor.get(site, context.href(place));
        return reply.status() == 200
                ? context.textTokens()
                        .text(reply.body())
                        .map(TextTokens.MarkedText::token)
                        .orElse("no text")
                : Integer.toString(reply.status());
    }

    private void check(String site, String page, String displayed, List<Violation> found) {
        String expected = databaseState.places().containsKey(page) ? databaseState.latestToken(page) : "404";
        if (!displayed.equals(expected)) {
            found.add(new Violation(
                    Invariant.CONVERGENCE,
                    "%s shows %s as %s, the database has %s".formatted(site, page, displayed, expected),
                    null,
                    null));
        }
    }
}
