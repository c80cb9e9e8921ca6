package io.commonplace.outside;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.commonplace.rolled.Failing;
import io.commonplace.rolled.Next;
import io.commonplace.rolled.Slow;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Rolls out other versions, and rolls them back, while people work. */
class RollingIT {
    /** Clones start slowly beside many. */
    private static final int PEOPLE = Boolean.getBoolean("commonplace.thorough") ? 50 : 15;

    private final Visitor writer = Visitor.administrator();
    private Space space;

    @BeforeEach
    void begin() {
        Cluster.awaitWhole();
        space = Space.make(writer, "rolling");
    }

    @AfterEach
    void end() {
        if (!Command.run("status").output().contains("NOT READY")) {
            return;
        }
        Command.run("roll", "--back");
    }

    @Test
    void aRollOutAndARollBackInterruptNobody() {
        String next = Version.named("9.0.0")
                .writing("db/migration/V1000__colour.sql", "alter table heartbeat add column colour varchar(20) null;")
                .with(Next.class)
                .image();
        space.create(writer, "open", "Before");
        try (Browser browser = new Browser();
                BrowserContext window = browser.administrator();
                Crowd crowd = Crowd.of(PEOPLE, space)) {
            Duration usual = crowd.slowestOf(PEOPLE);

            Page page = typed(window, "Typed before the roll-out");
            Command.mustRun("roll", next);
            assertThat(Command.run("status").output()).contains("9.0.0-test");
            save(page, "Typed before the roll-out");
            page = typed(window, "Typed before the way back");
            Command.mustRun("roll", "--back");
            assertThat(Command.run("status").output()).doesNotContain("9.0.0-test");
            save(page, "Typed before the way back");

            report("A roll-out and back", crowd, usual);
            assertThat(crowd.failures()).isEmpty();
            assertThat(crowd.wrong()).isEmpty();
        }
        assertThat(writer.get(space.href("open")).prose()).isEqualTo("Typed before the way back");
    }

    @Tag("thorough")
    @Test
    void scalingInterruptsNobody() {
        try (Crowd crowd = Crowd.of(50, space)) {
            Duration usual = crowd.slowestOf(50);
            Command.mustRun("scale", "3");
            Command.mustRun("scale", "1");
            Command.mustRun("scale", "2");
            report("Three clones, one, and two again", crowd, usual);
            assertThat(crowd.failures()).isEmpty();
            assertThat(crowd.wrong()).isEmpty();
        }
    }

    @Tag("thorough")
    @Test
    void aVersionThatDoesNotStartIsRolledBack() {
        String broken = Version.named("9.1.0")
                .writing("META-INF/persistence.xml", "This is no XML")
                .image();
        try (Crowd crowd = Crowd.of(20, space)) {
            assertThat(refused(broken)).contains("did not get ready");
            assertThat(crowd.failures()).isEmpty();
        }
    }

    @Tag("thorough")
    @Test
    void aVersionThatAnswersWithErrorsIsRolledBack() {
        String failing = Version.named("9.2.0").with(Failing.class).image();
        try (Crowd crowd = Crowd.of(20, space)) {
            assertThat(refused(failing)).contains("clone-1 answers with 500");
            assertThat(crowd.failures().size()).isLessThanOrEqualTo(crowd.requests() / 100);
        }
    }

    @Tag("thorough")
    @Test
    void aSlowVersionIsRolledBack() {
        String slow = Version.named("9.3.0").with(Slow.class).image();
        try (Crowd crowd = Crowd.of(20, space)) {
            assertThat(refused(slow)).contains("a page took");
            assertThat(crowd.failures()).isEmpty();
        }
    }

    /** A page that stays open with unsaved text. */
    private Page typed(BrowserContext window, String text) {
        Page page = window.newPage();
        page.navigate(space.editing("open"));
        TextEditor.in(page).fill(text);
        return page;
    }

    private static void save(Page page, String text) {
        PlaywrightAssertions.assertThat(page.locator("#markdown")).hasValue(text);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save"))
                .click();
        PlaywrightAssertions.assertThat(page.locator(".prose:not(.preview)")).hasText(text);
        page.close();
    }

    /** The command's output; afterwards all clones run the old version again. */
    private static String refused(String image) {
        Command roll = Command.run("roll", image);
        assertThat(roll.result()).as(roll.output()).isEqualTo(1);
        assertThat(Command.run("status").output()).doesNotContain("-test");
        return roll.output();
    }

    private static void report(String what, Crowd crowd, Duration usual) {
        System.out.printf(
                "%s: %d requests, %d failed; p99 %d ms, before %d ms%n",
                what, crowd.requests(), crowd.failures().size(), crowd.slowest().toMillis(), usual.toMillis());
    }
}
