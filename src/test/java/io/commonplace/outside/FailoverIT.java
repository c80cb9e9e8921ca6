package io.commonplace.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.Cookie;
import jakarta.json.JsonObject;
import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Parts are killed and frozen while people and jobs work. The supervisor restarts killed parts. */
class FailoverIT {
    private static final int PAGES = 1200;
    private static Browser browser;

    @BeforeAll
    static void open() {
        browser = new Browser();
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    @AfterEach
    void theClusterIsWholeAgain() {
        Cluster.awaitWhole();
    }

    @Test
    void aSessionSurvivesTheDeathOfItsClone() {
        killUnderAPerson("clone-2");
    }

    @Tag("thorough")
    @Test
    void aSessionSurvivesTheDeathOfTheOldestMember() {
        killUnderAPerson("clone-1");
    }

    private static void killUnderAPerson(String victim) {
        Visitor person = Visitor.administrator();
        Space space = Space.make(person, "kill");
        space.create(person, "page", "Before");
        person.prefer(victim);
        assertThat(person.get(space.href("page")).prose()).isEqualTo("Before");
        assertThat(person.servedBy()).isEqualTo(victim);

        Cluster.kill(victim);

        assertThat(person.get(space.href("page")).prose()).isEqualTo("Before");
        assertThat(person.servedBy()).isEqualTo(Cluster.other(victim));
        Answer saved = space.save(person, "page", "After");
        assertThat(saved.status()).isEqualTo(302);
        assertThat(person.get(space.href("page")).prose()).isEqualTo("After");
        assertThat(Pages.in(space)).containsEntry("page", 2);
    }

    /** The grid ends with the clones; the database has the sessions' state of the last second. */
    @Tag("thorough")
    @Test
    void aSessionSurvivesTheDeathOfAllClones() {
        Visitor person = Visitor.administrator();
        Space space = Space.make(person, "all");
        space.create(person, "page", "Before");
        Visitor gone = Visitor.administrator();
        String ended = gone.cookie("session");
        String token = gone.get("/")
                .page()
                .select("form[action=/logout] input[name=csrf]")
                .attr("value");
        assertThat(gone.post("/logout", Map.of("csrf", token)).status()).isEqualTo(302);
        Visitor justNow = Visitor.administrator();

        Cluster.CLONES.forEach(Cluster::kill);

        await("all clones are down")
                .atMost(Duration.ofSeconds(30))
                .until(() -> Cluster.CLONES.stream().noneMatch(Cluster::isServedBy));
        Cluster.awaitWhole();
        assertThat(person.get(space.href("page")).prose()).isEqualTo("Before");
        assertThat(space.save(person, "page", "After").status()).isEqualTo(302);
        assertThat(person.get(space.href("page")).prose()).isEqualTo("After");
        assertThat(justNow.get(space.href("page")).status()).isEqualTo(200);
        Answer withEnded = new Visitor()
                .send(Http.request(URI.create(Cluster.url() + space.href("page")))
                        .header("Cookie", "session=" + ended)
                        .header("Sec-Fetch-Mode", "navigate"));
        assertThat(withEnded.location()).as("who had signed out").startsWith("/login");
    }

    @Tag("thorough")
    @Test
    void aFormOfAKilledCloneIsSavedByAnother() {
        Visitor person = Visitor.administrator();
        Space space = Space.make(person, "form");
        space.create(person, "page", "Before");
        person.prefer("clone-2");
        var form = person.get(space.editing("page")).form("edit");
        assertThat(person.servedBy()).isEqualTo("clone-2");

        Cluster.kill("clone-2");
        await("the routing has noticed").atMost(Duration.ofSeconds(30)).until(() -> !Cluster.isServedBy("clone-2"));
        Answer saved = person.send(form, space.editing("page"), Map.of("markdown", "Typed before the crash"));

        assertThat(saved.status()).isEqualTo(302);
        assertThat(person.get(space.href("page")).prose()).isEqualTo("Typed before the crash");
    }

    @Tag("thorough")
    @ParameterizedTest
    @ValueSource(strings = {"clone-1", "clone-2"})
    void anImportOfAKilledCloneEndsOnAnotherWithoutDuplicates(String victim) {
        BrowserContext window = browser.administrator();
        Space space = Space.named("crash");
        Import started = Import.start(space, Zip.ofPages(PAGES).bytes());
        AtomicInteger connections = new AtomicInteger();
        Page page = watch(window, started, victim, connections);
        await("the middle of the import")
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(50))
                .ignoreExceptions()
                .until(() -> started.now().getInt("done") > PAGES / 10);

        Cluster.kill(victim);

        JsonObject job = started.end();
        assertThat(job.getString("state")).isEqualTo("DONE");
        PlaywrightAssertions.assertThat(page.locator("[data-part=stateText]"))
                .hasText("Done", new LocatorAssertions.HasTextOptions().setTimeout(60_000));
        assertThat(connections.get()).as("WebSockets, one after the other").isGreaterThan(1);
        window.close();
        assertThat(job.getJsonArray("notes")).isEmpty();
        Map<String, Integer> pages = Pages.in(space);
        assertThat(pages.values()).as("revisions of each page").containsOnly(1, pages.getOrDefault("", 1));
        assertThat(pages.keySet().stream().filter(path -> path.contains("/page-")))
                .hasSize(PAGES);
        Visitor reader = Visitor.administrator();
        for (int i = 0; i < PAGES; i += 50) {
            assertThat(reader.get(space.href("p%d/page-%d".formatted(i / 100, i)))
                            .prose())
                    .startsWith("See another.");
        }
    }

    /** The grid has removed the clone in the middle of its transaction, and the clone doesn't know yet. */
    @Tag("thorough")
    @Test
    void aSaveOfAThawedCloneIsVisibleOnTheOtherAtOnce() throws SQLException {
        Visitor writer = Visitor.administrator();
        Space space = Space.make(writer, "thaw");
        space.create(writer, "page", "Before");
        Visitor reader = Visitor.administrator();
        reader.prefer("clone-1");
        writer.prefer("clone-2");
        FormElement form = writer.get(space.editing("page")).form("edit");
        CompletableFuture<Answer> saved;
        // Read once before, because the first metrics after a clone's start wait for the whole grid.
        awaitBelief("clone-1", true);
        try (Connection held = holdPages(space)) {
            saved = CompletableFuture.supplyAsync(
                    () -> writer.send(form, space.editing("page"), Map.of("markdown", "After")));
            Cluster.awaitStatement("");
            Cluster.freeze("clone-2");
            held.rollback();
            awaitBelief("clone-1", false);
            awaitBelief("clone-1", true);
            assertThat(reader.get(space.href("page")).prose()).isEqualTo("Before");
            assertThat(reader.get(space.href("page")).prose()).isEqualTo("Before");
            assertThat(reader.servedBy()).isEqualTo("clone-1");
        } finally {
            Cluster.wake("clone-2");
        }
        assertThat(saved.join().status()).isEqualTo(302);
        assertThat(reader.get(space.href("page")).prose()).isEqualTo("After");
        assertThat(reader.servedBy()).isEqualTo("clone-1");
        assertThat(writer.servedBy()).isEqualTo("clone-2");
    }

    @Tag("thorough")
    @Test
    void aBrokerThatIsKilledUnderLoadLosesNoJob() {
        List<Space> spaces = new ArrayList<>();
        List<Import> imports = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Space space = Space.named("broker");
            spaces.add(space);
            imports.add(Import.start(space, Zip.ofPages(40).bytes()));
            if (i == 3) {
                Cluster.kill("broker");
            }
        }

        for (int i = 0; i < imports.size(); i++) {
            JsonObject job = imports.get(i).end();
            assertThat(job.getString("state")).isEqualTo("DONE");
            assertThat(importedOnce(spaces.get(i))).isEqualTo(40);
        }
    }

    @Tag("thorough")
    @Test
    void aJobIsDoneWhileTheBrokerHangs() {
        Space space = Space.named("silent");
        Cluster.freeze("broker");
        try {
            Import done = Import.start(space, Zip.ofPages(20).bytes());
            assertThat(done.end().getString("state")).isEqualTo("DONE");
            assertThat(importedOnce(space)).isEqualTo(20);
        } finally {
            Cluster.wake("broker");
        }
    }

    /** Whether the clone holds its cache lease; it must before the database ends a frozen clone's transaction. */
    private static void awaitBelief(String clone, boolean belief) {
        await(clone + " believes its caches: " + belief)
                .atMost(Duration.ofSeconds(12))
                .ignoreExceptions()
                .until(() -> Metrics.of(clone).value("cache_lease{}") == (belief ? 1 : 0));
    }

    /** The rows stay locked until the transaction is rolled back. */
    private static Connection holdPages(Space space) throws SQLException {
        Connection connection = Cluster.database();
        connection.setAutoCommit(false);
        try (PreparedStatement lock = connection.prepareStatement(
                "select page.id from page join space on space.id = page.space_id where space.slug = ? for update")) {
            lock.setString(1, space.slug());
            lock.executeQuery();
        }
        return connection;
    }

    /** A page in a browser that gets its progress from this clone. */
    private static Page watch(BrowserContext window, Import job, String clone, AtomicInteger connections) {
        window.addCookies(List.of(new Cookie("CLONE", clone).setUrl(Cluster.url())));
        Page page = window.newPage();
        page.onWebSocket(socket -> connections.incrementAndGet());
        page.waitForWebSocket(() -> page.navigate("/jobs/" + job.job()));
        return page;
    }

    /** The number of the archive's pages that exist with exactly one revision. */
    private static long importedOnce(Space space) {
        return Pages.in(space).entrySet().stream()
                .filter(page -> page.getKey().contains("/page-"))
                .peek(page -> assertThat(page.getValue()).as(page.getKey()).isEqualTo(1))
                .count();
    }
}
