package io.commonplace.outside;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tasks that are ticked on the page. */
class TasksIT {
    private static Browser browser;

    private final Visitor administrator = Visitor.administrator();
    private final Space space = Space.make(administrator, "tasks");

    @BeforeAll
    static void open() {
        browser = new Browser();
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    @BeforeEach
    void writeTasks() {
        space.create(administrator, "page", "- [ ] milk\n- [x] bread");
    }

    @Test
    void aTickIsAMinorRevisionWithANote() {
        try (BrowserContext window = browser.administrator()) {
            Page page = window.newPage();
            page.navigate(space.href("page"));
            box(page, "milk").check();
            assertThat(page.locator(".tasks-status")).hasText("Saved.");
            page.keyboard().press("Space");
            assertThat(box(page, "milk")).not().isChecked();
            assertThat(page.locator(".tasks-status")).hasText("Saved.");
            box(page, "milk").check();
            assertThat(page.locator(".tasks-status")).hasText("Saved.");
            page.reload();
            assertThat(box(page, "milk")).isChecked();

            Assertions.assertThat(space.source(administrator)).isEqualTo("- [x] milk\n- [x] bread");
            page.navigate("/history?space=" + space.slug() + "&page=page&minor=true");
            assertThat(page.locator("tr")
                            .filter(new Locator.FilterOptions().setHasText("Ticked “milk”"))
                            .first())
                    .containsText("Minor");
        }
    }

    @Test
    void twoPeopleTickOnePage() {
        try (BrowserContext window = browser.administrator()) {
            Page page = window.newPage();
            page.navigate(space.href("page"));
            space.save(administrator, "page", "First eggs:\n\n- [x] eggs\n- [ ] milk\n- [x] bread");
            box(page, "milk").check();
            assertThat(page.locator(".tasks-status")).hasText("Saved.");

            Assertions.assertThat(space.source(administrator))
                    .isEqualTo("First eggs:\n\n- [x] eggs\n- [x] milk\n- [x] bread");
        }
    }

    @Test
    void aTaskThatIsGoneIsNotTicked() {
        try (BrowserContext window = browser.administrator()) {
            Page page = window.newPage();
            page.navigate(space.href("page"));
            space.save(administrator, "page", "- [ ] oat milk\n- [x] bread");
            box(page, "milk").click();

            assertThat(page.locator(".tasks-status")).containsText("Not ticked: “milk” has been changed or removed");
            assertThat(box(page, "milk")).not().isChecked();
        }
    }

    @Test
    void withoutAScriptAButtonSavesTheTicks() {
        try (BrowserContext window = browser.administrator();
                BrowserContext plain = browser.withoutScripts(window)) {
            Page page = plain.newPage();
            page.navigate(space.href("page"));
            box(page, "milk").check();
            box(page, "bread").uncheck();
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save ticks"))
                    .click();

            assertThat(box(page, "milk")).isChecked();
            Assertions.assertThat(space.source(administrator)).isEqualTo("- [x] milk\n- [ ] bread");
        }
    }

    @Test
    void whoMayNotEditSeesThemDisabled() {
        Person person = Person.make(administrator);
        person.may(administrator, space, "VIEW");
        Visitor reader = person.signedIn();

        var page = reader.get(space.href("page")).page();

        Assertions.assertThat(page.select(".prose input[type=checkbox][disabled]"))
                .hasSize(2);
        Assertions.assertThat(page.select("form.tasks, script[src*=tasks]")).isEmpty();
        Answer refused = reader.post(
                "/tasks?space=" + space.slug() + "&page=page",
                Map.of("csrf", page.select("meta[name=csrf-token]").attr("content"), "revision", "1", "task", "0"));
        Assertions.assertThat(refused.status()).isEqualTo(403);
    }

    private static Locator box(Page page, String task) {
        return page.getByRole(
                AriaRole.CHECKBOX, new Page.GetByRoleOptions().setName(task).setExact(true));
    }
}
