package io.commonplace.pages.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.hazelcast.core.HazelcastInstance;
import io.commonplace.database.StatementCounter;
import io.commonplace.inside.GridCalls;
import io.commonplace.inside.InsideVisitor;
import io.commonplace.inside.ManyChildren;
import io.commonplace.inside.Statements;
import io.commonplace.inside.TestClone;
import io.commonplace.pages.PageReader;
import io.commonplace.pages.PageText;
import io.commonplace.pages.Pages;
import io.commonplace.pages.SpaceHead;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What requests cost in a space in which one page has thousands of pages below it, in statements and characters. Background work
 * of the clone sometimes adds to it, so the tests take the cheapest of several rounds.
 */
@ExtendWith(ArquillianExtension.class)
class LargeSpaceIT {
    private static final int CHILDREN = 10_000;
    private static final int ROUNDS = 5;
    private static final int MOST_CHARACTERS = 80_000;
    private static final Pattern LISTED = Pattern.compile("href=\"/s/[^\"]*/page/(child-\\d+)\"");
    private static final Pattern NEXT = Pattern.compile("href=\"(/below\\?[^\"]*)\"");

    @Inject
    private InsideVisitor visitor;

    @Inject
    private PageReader pageReader;

    @Inject
    private Pages pages;

    @Inject
    private ManyChildren children;

    @Inject
    private HazelcastInstance grid;

    private SpaceHead space;
    private long page;
    private String session;

    @Deployment
    static WebArchive war() {
        return TestClone.war();
    }

    @BeforeEach
    void fill() throws SQLException {
        space = visitor.spaceWithAPage();
        page = pageReader.page(space.id(), "page").orElseThrow().id();
        children.add(space.id(), page, CHILDREN);
        // From here on no clone reads from a replica that lacks the rows.
        pages.create(visitor.viewer(), space, "page", new PageText("A first child", "Text", ""));
        session = visitor.beginSession();
    }

    @AfterEach
    void delete() throws SQLException {
        children.delete();
    }

    @Test
    void aCachedViewRunsNoSqlAndMakesNoGridCall() {
        String leaf = space.href("page/child-9999/leaf");
        get(leaf);

        long statements = Long.MAX_VALUE;
        long calls = Long.MAX_VALUE;
        GridCalls gridCalls = new GridCalls(grid);
        for (int round = 0; round < ROUNDS; round++) {
            long executed = StatementCounter.executed();
            long made = gridCalls.made();
            get(leaf);
            statements = Math.min(statements, StatementCounter.executed() - executed);
            calls = Math.min(calls, gridCalls.made() - made);
        }

        assertThat(statements).as("SQL statements").isZero();
        assertThat(calls).as("grid calls").isZero();
    }

    /** Waits for the moment from which the clone knows that its replica has the rows; before it, each read asks the replica. */
    @Test
    void aBranchThatNobodyHasOpenedCostsOneStatementAndTheNextTimeNone() {
        get(space.href("page"));
        AtomicInteger child = new AtomicInteger(77);
        await().untilAsserted(() -> {
            String branch = "/tree?space=" + space.slug() + "&of=" + idOf("page/child-" + child.getAndIncrement());
            assertThat(statementsOf(branch)).isEqualTo(1);
            assertThat(statementsOf(branch)).isZero();
        });
    }

    @Test
    void theSizeOfViewsAndFormsIsBounded() {
        String parameters = "?space=" + space.slug() + "&page=page/child-9999";
        for (String path : List.of(
                space.href(""),
                space.href("page"),
                space.href("page/child-9999"),
                "/tree?space=" + space.slug() + "&of=" + page,
                "/new" + parameters,
                "/move" + parameters,
                "/delete" + parameters)) {
            assertThat(get(path)).as(path).hasSizeLessThan(MOST_CHARACTERS);
        }
    }

    @Test
    void aPageBeyondTheShownSiblingsIsInItsTree() {
        assertThat(get(space.href("page/child-9999")))
                .contains("aria-current=\"page\">Child 9999</a>")
                .contains("Show more");
    }

    @Test
    void thePagesBelowAreListedByKeyInTheOrderOfTheirTitles() {
        Set<String> listed = new LinkedHashSet<>();
        String part = "/below?space=" + space.slug() + "&of=" + page;
        for (int i = 0; i < 4; i++) {
            String body = get(part);
            LISTED.matcher(body).results().forEach(link -> listed.add(link.group(1)));
            Matcher next = NEXT.matcher(body);
            assertThat(next.find()).as("a next part after " + part).isTrue();
            part = next.group(1).replace("&amp;", "&");
        }
        assertThat(listed).hasSize(4 * 100 - 1).startsWith("child-1", "child-10", "child-100");
    }

    @Test
    void anOwnChangeIsSeenAtOnce() {
        get(space.href("page/child-42"));
        pages.create(visitor.viewer(), space, "page/child-42", new PageText("A newcomer", "Text", ""));
        assertThat(get(space.href("page/child-42"))).contains("A newcomer");

        pages.save(visitor.viewer(), space, "page/child-42/a-newcomer", 1, new PageText("A resident", "Text", ""));
        assertThat(get(space.href("page/child-42"))).contains("A resident").doesNotContain("A newcomer");
    }

    private long idOf(String path) {
        return pageReader.page(space.id(), path).orElseThrow().id();
    }

    private int statementsOf(String path) {
        try (Statements statements = new Statements(logContext -> logContext.startsWith("GET /tree"))) {
            get(path);
            return statements.sent().size();
        }
    }

    private String get(String path) {
        var response = visitor.get(session, path);
        assertThat(response.statusCode()).as(path).isEqualTo(200);
        return response.body();
    }
}
