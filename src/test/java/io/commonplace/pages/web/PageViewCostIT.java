package io.commonplace.pages.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.hazelcast.core.HazelcastInstance;
import io.commonplace.database.StatementCounter;
import io.commonplace.inside.ComponentCounter;
import io.commonplace.inside.GridCalls;
import io.commonplace.inside.InsideVisitor;
import io.commonplace.inside.TestClone;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The cost of a page view in SQL statements and grid calls. Background work of the clone sometimes adds to it, so the test
 * takes the cheapest of several rounds.
 */
@ExtendWith(ArquillianExtension.class)
class PageViewCostIT {
    private static final int ROUNDS = 5;
    private static final int VIEWS = 20;

    @Inject
    private InsideVisitor visitor;

    @Inject
    private HazelcastInstance grid;

    @Deployment
    static WebArchive war() {
        return TestClone.war();
    }

    @Test
    void aCachedPageViewRunsNoSqlAndMakesNoGridCall() {
        assertThat(grid.getCluster().getMembers())
                .as("members of the grid; with one member there would be no calls to count")
                .hasSize(3);
        String page = visitor.spaceWithAPage().href("page");
        String session = visitor.beginSession();
        view(session, page);

        Cost cheapest = new Cost(Long.MAX_VALUE, Long.MAX_VALUE);
        for (int round = 0; round < ROUNDS; round++) {
            Cost cost = costOf(() -> {
                for (int i = 0; i < VIEWS; i++) {
                    view(session, page);
                }
            });
            cheapest = new Cost(Math.min(cheapest.statements, cost.statements), Math.min(cheapest.calls, cost.calls));
        }

        assertThat(cheapest).isEqualTo(new Cost(0, 0));
    }

    @Test
    void anUncachedPageViewCostsSqlAndGridCalls() {
        String session = visitor.beginSession();
        view(session, visitor.spaceWithAPage().href("page"));
        String unread = visitor.spaceWithAPage().href("page");

        Cost cost = costOf(() -> view(session, unread));

        assertThat(cost.statements).as("SQL statements").isPositive();
        assertThat(cost.calls).as("calls to the grid, for the document").isPositive();
    }

    @Test
    void aKeptPageViewMakesNoComponent() {
        String page = visitor.spaceWithAPage().href("page");
        String session = visitor.beginSession();
        try (ComponentCounter components = new ComponentCounter()) {
            view(session, page);
            assertThat(components.rendered()).isPositive();
            int before = components.rendered();
            view(session, page);
            assertThat(components.rendered()).isEqualTo(before);
        }
    }

    /** With three clones, each holds a copy of every session, so none has to be asked. */
    @Test
    void anUncachedSessionMakesNoGridCall() {
        String page = visitor.spaceWithAPage().href("page");
        view(visitor.beginSession(), page);

        long fewest = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            List<String> others =
                    Stream.generate(visitor::beginSession).limit(10).toList();
            fewest = Math.min(fewest, costOf(() -> others.forEach(other -> view(other, page))).calls);
        }

        assertThat(fewest).as("calls to the grid, for the sessions").isZero();
    }

    private void view(String session, String path) {
        var response = visitor.get(session, path);
        assertThat(response.statusCode()).as(path).isEqualTo(200);
        assertThat(response.body()).contains("class=\"prose\"");
    }

    private Cost costOf(Runnable work) {
        GridCalls calls = new GridCalls(grid);
        long statements = StatementCounter.executed();
        long made = calls.made();
        work.run();
        return new Cost(StatementCounter.executed() - statements, calls.made() - made);
    }

    private record Cost(long statements, long calls) {}
}
