package io.commonplace.check;

import io.commonplace.outside.Cluster;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether all clones, and whoever comes by the balancer, see in the end what the primary database holds. */
final class Convergence {
    private final World world;
    private final Truth truth;
    private final Session session;

    /** @param session of somebody who may read */
    Convergence(World world, Truth truth, Session session) {
        this.world = world;
        this.truth = truth;
        this.session = session;
    }

    List<Violation> violations() {
        List<String> sites = Stream.concat(
                        Stream.of(world.site()), world.clones().stream().map(Cluster::urlOf))
                .toList();
        List<Violation> found = new ArrayList<>();
        Map<String, String> lastKnown =
                world.library().all().stream().collect(Collectors.toMap(Leaf::name, Leaf::place, (one, other) -> one));
        for (String site : sites) {
            Session visitor = session.copy();
            truth.histories().keySet().forEach(page -> {
                String place = truth.places().getOrDefault(page, lastKnown.getOrDefault(page, page));
                judge(site, page, shown(visitor, site, place), found);
            });
        }
        return found;
    }

    private String shown(Session visitor, String site, String place) {
        Reply reply = visitor.get(site, world.href(place));
        return reply.status() == 200
                ? world.markings()
                        .text(reply.body())
                        .map(Markings.Marked::token)
                        .orElse("no text")
                : Integer.toString(reply.status());
    }

    private void judge(String site, String page, String shown, List<Violation> found) {
        String expected = truth.places().containsKey(page) ? truth.last(page) : "404";
        if (!shown.equals(expected)) {
            found.add(new Violation(
                    Promise.CONVERGENCE,
                    "%s shows %s as %s, the database has %s".formatted(site, page, shown, expected),
                    null,
                    null));
        }
    }
}
