package io.commonplace.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.CookieManager;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Deploys another version and removes it with the administration console while people work, following the handbook page,
 * and takes that page's screenshots.
 */
@Tag("thorough")
class ConsoleIT {
    private static final String DEPLOY = "deploy --name=commonplace --contextroot=/ --availabilityenabled=true ";
    private static final String UPGRADE = DEPLOY.replace("deploy ", "deploy --force=true ");
    private static final Pattern VERSION = Pattern.compile("\"version\":\"([^\"]*)\"");
    private static final String UNDEPLOY = "undeploy commonplace";

    private final Pictures pictures = new Pictures("console");
    private final Visitor administrator = Visitor.administrator();
    private final String before = runningOn("clone-1");
    private final Browser browser = new Browser();
    private final Console console = new Console(browser, pictures);

    /** The cluster page, where clones are drained. */
    private final Page clusterPage = browser.administrator().newPage();

    @BeforeEach
    void begin() {
        Cluster.awaitWhole();
        Command.mustRun("console", "up");
        // Clones that other tests have stopped.
        String seen = Command.run("console", "status").output();
        Cluster.CLONES.stream()
                .filter(clone -> seen.contains("doesn't see " + clone))
                .forEach(clone -> Command.mustRun("restart", clone));
        await("the console to see all clones")
                .atMost(Duration.ofSeconds(60))
                .until(() -> Command.run("console", "status").result() == 0);
    }

    @AfterEach
    void end() {
        browser.close();
        for (String clone : Cluster.CLONES) {
            if (!runningOn(clone).equals(before) || !Cluster.isServedBy(clone)) {
                Command.mustRun("restart", clone);
            }
        }
        Cluster.awaitWhole();
    }

    @AfterAll
    static void stop() {
        Command.mustRun("console", "down");
        assertThat(Command.run("status").output()).doesNotContain("console");
    }

    @Test
    void anUpgradeByTheConsoleInterruptsNobody() {
        Path next = Version.named("9.5.0").war();
        Path current = Cluster.data().resolve("clone-1/image/commonplace.war").toAbsolutePath();
        Visitor reader = Person.make(administrator).signedIn();
        try (Crowd crowd = Crowd.of(5, Space.make(administrator, "deploying"))) {
            console.signIn();
            console.showClones();
            assertThat(console.clones()).hasSize(2).allMatch(line -> line.contains("artemis, commonplace"));
            console.takePicture("clones");

            for (String clone : Cluster.CLONES) {
                withoutPeople(clone, () -> upgrade(clone, next));
                assertThat(reader.get("/password").status()).isEqualTo(200);
            }
            assertThat(Command.run("status").output()).contains("9.5.0-test");

            for (String clone : Cluster.CLONES) {
                withoutPeople(clone, () -> {
                    undeploy(clone);
                    deploy(clone, current);
                });
                assertThat(reader.get("/password").status()).isEqualTo(200);
            }
            assertThat(Command.run("status").output()).doesNotContain("9.5.0-test");
            assertThat(crowd.failures()).isEmpty();
            assertThat(crowd.wrong()).isEmpty();
        }
    }

    @Test
    void aHangingConsoleInterruptsNobody() {
        try (Crowd crowd = Crowd.of(5, Space.make(administrator, "beside"))) {
            Cluster.freeze("console");
            // By then the grid has removed the console, and saves that waited for it have ended.
            await().during(Duration.ofSeconds(8))
                    .atMost(Duration.ofSeconds(12))
                    .until(() -> Cluster.CLONES.stream().allMatch(Cluster::isReady));
            Cluster.kill("console");
            await().during(Duration.ofSeconds(5))
                    .atMost(Duration.ofSeconds(9))
                    .until(() -> Cluster.CLONES.stream().allMatch(Cluster::isReady));
            assertThat(crowd.failures()).isEmpty();
            assertThat(crowd.wrong()).isEmpty();
        }
    }

    private void withoutPeople(String clone, Runnable work) {
        press("drain", "resume", clone);
        await("nobody comes to " + clone).until(() -> !Cluster.isServedBy(clone));
        pictures.take(clusterPage, "out");
        work.run();
        press("resume", "drain", clone);
        Cluster.awaitInRouting(clone);
    }

    private void upgrade(String clone, Path war) {
        console.choose(clone, UPGRADE + war);
        console.takePictureOfClones("upgrade");
        assertThat(console.send()).containsIgnoringCase("success");
        assertThat(runningOn(clone)).isEqualTo("9.5.0 (test)");
    }

    private void undeploy(String clone) {
        console.choose(clone, UNDEPLOY);
        assertThat(console.send()).containsIgnoringCase("success");
        assertThat(runningOn(clone)).isEmpty();
        await("the console to know it").atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            console.showClones();
            assertThat(console.clones()).anyMatch(line -> line.contains(clone) && !line.contains("commonplace"));
        });
        console.takePictureOfClones("undeployed");
        await(Cluster.other(clone) + " to believe its caches")
                .atMost(Duration.ofSeconds(10))
                .until(() -> Metrics.of(Cluster.other(clone)).value("cache_lease{}") == 1);
    }

    private void deploy(String clone, Path war) {
        console.choose(clone, DEPLOY + war);
        assertThat(console.send()).containsIgnoringCase("success");
        assertThat(runningOn(clone)).isEqualTo(before);
    }

    /**
     * Repeats until the page offers the opposite action: a page learns of a clone within seconds, and refuses to drain the
     * only one it knows. @param button drain or resume @param opposite the other one
     */
    private void press(String button, String opposite, String clone) {
        await(button + " of " + clone).atMost(Duration.ofSeconds(60)).until(() -> {
            clusterPage.navigate("/admin/cluster");
            if (buttonFor(button, clone).isVisible()) {
                buttonFor(button, clone).click();
            }
            return buttonFor(opposite, clone).isVisible();
        });
    }

    private Locator buttonFor(String button, String clone) {
        return clusterPage.locator("button[name=%s][value=%s]".formatted(button, clone));
    }

    /** The clone's own version; empty while the application is not deployed. */
    private static String runningOn(String clone) {
        String told = Http.send(
                        Http.client(new CookieManager()),
                        Http.request(URI.create(Cluster.urlOf(clone) + "/health/ready"))
                                .build())
                .body();
        Matcher version = VERSION.matcher(told);
        return version.find() ? version.group(1) : "";
    }
}
