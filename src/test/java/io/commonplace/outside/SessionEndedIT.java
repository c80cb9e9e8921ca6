package io.commonplace.outside;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.Objects;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A session ends while a person types: their text is saved, or stays with them. */
class SessionEndedIT {
    private static final String TYPED = "Typed for an hour, with <b> & \"{markdown}\"";
    private static Browser browser;

    private final Visitor administrator = Visitor.administrator();

    @BeforeAll
    static void open() {
        browser = new Browser();
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    @Test
    void aPersonSignsInAgainOverTheirTextAndSavesIt() {
        Space space = aPage("ended");
        try (BrowserContext window = browser.administrator()) {
            Page page = typing(window, space);
            window.clearCookies();

            save(page);
            Locator dialog = page.getByRole(AriaRole.DIALOG);
            assertThat(dialog).containsText("You are signed out");
            Browser.takePicture(page, "session-ended");
            signIn(dialog, "admin", "not the password");
            assertThat(dialog.getByRole(AriaRole.ALERT)).containsText("Wrong name or password");
            signIn(dialog, "admin", Cluster.password());

            page.waitForURL(Cluster.url() + space.href("page"));
            assertThat(space.source(administrator)).isEqualTo(TYPED);
        }
    }

    @Tag("thorough")
    @Test
    void aSignInInAnotherTabLetsTheEditorSave() {
        Space space = aPage("anew");
        try (BrowserContext window = browser.administrator()) {
            Page page = typing(window, space);
            window.clearCookies();
            try (Page other = window.newPage()) {
                Browser.signIn(other);
            }

            save(page);

            page.waitForURL(Cluster.url() + space.href("page"));
            assertThat(space.source(administrator)).isEqualTo(TYPED);
        }
    }

    @Tag("thorough")
    @Test
    void savingTheTextOfAnotherPersonNeedsConfirmation() {
        Space space = aPage("other");
        Person person = Person.make(administrator);
        person.may(administrator, space, "EDIT");
        try (BrowserContext window = browser.administrator()) {
            Page page = typing(window, space);
            window.clearCookies();
            save(page);
            signIn(page.getByRole(AriaRole.DIALOG), person.name(), person.password());

            assertThat(page.locator("[data-part=problem]")).containsText("signed in as " + person.name());
            assertThat(page.locator("#markdown")).hasValue(TYPED);
            assertThat(space.source(administrator)).isEqualTo("Before");

            save(page);
            page.waitForURL(Cluster.url() + space.href("page"));
            assertThat(space.source(administrator)).isEqualTo(TYPED);
        }
    }

    @Tag("thorough")
    @Test
    void withoutScriptsTheTextIsReturnedInAForm() {
        Space space = aPage("plain");
        Visitor writer = Visitor.administrator();
        FormElement opened = writer.get(space.editing("page")).form("edit");
        signOutElsewhere(writer);

        Answer signedOut = writer.send(opened, space.editing("page"), Map.of("markdown", TYPED));
        assertThat(signedOut.status()).isEqualTo(401);
        assertThat(signedOut.page().text()).contains("Sign in in another tab");

        assertThat(writer.signIn("admin", Cluster.password()).status()).isEqualTo(302);
        Answer again = writer.send(opened, space.editing("page"), Map.of("markdown", TYPED));
        assertThat(again.status()).isEqualTo(403);
        assertThat(again.page().text()).contains("Your text is below");
        assertThat(space.source(administrator)).isEqualTo("Before");

        FormElement kept = again.form("kept");
        assertThat(writer.send(kept, kept.attr("action"), Map.of()).location()).isEqualTo(space.href("page"));
        assertThat(space.source(administrator)).isEqualTo(TYPED);
    }

    @Test
    void aCrossSiteFormIsNotReturned() {
        Space space = aPage("forged");
        Visitor writer = Visitor.administrator();

        Answer answer = writer.send(Http.request(URI.create(Cluster.url() + space.editing("page")))
                .header("Origin", "https://elsewhere.example")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("markdown=Forged")));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body()).doesNotContain("Forged");
    }

    /** The session has ended, and the browser doesn't know yet. */
    private static void signOutElsewhere(Visitor writer) {
        Visitor elsewhere = new Visitor();
        elsewhere.take(writer, "session");
        var form =
                (FormElement) Objects.requireNonNull(elsewhere.get("/").page().selectFirst("form[action*=logout]"));
        assertThat(elsewhere.send(form, "/logout", Map.of()).status()).isEqualTo(302);
    }

    private Space aPage(String purpose) {
        Space space = Space.make(administrator, "ended-" + purpose);
        space.create(administrator, "page", "Before");
        return space;
    }

    private static Page typing(BrowserContext window, Space space) {
        Page page = window.newPage();
        page.navigate(space.editing("page"));
        TextEditor.in(page).fill(TYPED);
        assertThat(page.locator("[data-part=kept]")).containsText("Draft saved");
        return page;
    }

    private static void save(Page page) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Save").setExact(true))
                .click();
    }

    private static void signIn(Locator dialog, String name, String password) {
        dialog.getByLabel("Name").fill(name);
        dialog.getByLabel("Password").fill(password);
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Sign in and save"))
                .click();
    }
}
