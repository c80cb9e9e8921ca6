package io.commonplace.outside;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import jakarta.json.Json;
import java.io.StringReader;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** People who edit the same page see each other. */
class PresenceIT {
    /** Two announcements of a browser. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Visitor administrator = Visitor.administrator();
    private final Person person = Person.make(administrator);
    private final Visitor visitor = person.signedIn();
    private final Space space = Space.make(administrator, "presence");

    @BeforeEach
    void makePage() {
        space.create(administrator, "page", "Text");
        person.may(administrator, space, "EDIT");
    }

    @Test
    void peopleOnTwoClonesSeeEachOther() {
        administrator.prefer("clone-1");
        visitor.prefer("clone-2");
        editors(administrator);

        await("the other clone").atMost(PATIENCE).until(() -> editors(visitor).contains("is editing this page too"));
        await("the first clone")
                .atMost(PATIENCE)
                .until(() -> editors(administrator).contains(named()));
        assertThat(administrator.servedBy()).isEqualTo("clone-1");
        assertThat(visitor.servedBy()).isEqualTo("clone-2");

        assertThat(post(visitor, "/editors/leave").status()).isEqualTo(204);
        await("the other has left")
                .atMost(PATIENCE)
                .until(() -> !editors(administrator).contains(named()));
    }

    @Test
    void whoMayNoLongerEditIsNotNamed() {
        editors(visitor);
        await("the person").atMost(PATIENCE).until(() -> editors(administrator).contains(named()));

        person.may(administrator, space, "VIEW");

        assertThat(editors(administrator)).doesNotContain(named());
        assertThat(post(visitor, "/editors").status()).isEqualTo(403);
    }

    @Test
    void anotherSiteCanNotAnnounceAnybody() {
        assertThat(visitor.post(address("/editors"), Map.of()).status()).isEqualTo(403);
    }

    @Tag("thorough")
    @Test
    void theBrowserShowsWhoElseIsEditing() {
        try (Browser browser = new Browser();
                BrowserContext window = browser.administrator()) {
            Page page = window.newPage();
            page.navigate(space.editing("page"));
            Locator line = page.locator(".other-editors");
            assertThat(line).isEmpty();
            editors(visitor);
            assertThat(line).hasText(named(), new LocatorAssertions.HasTextOptions().setTimeout(PATIENCE.toMillis()));
            Browser.takePicture(page, "other-editors");
            await("the browser").atMost(PATIENCE).until(() -> !editors(visitor).isEmpty());

            post(visitor, "/editors/leave");
            assertThat(line).isEmpty(new LocatorAssertions.IsEmptyOptions().setTimeout(PATIENCE.toMillis()));
            page.navigate("/");
            await("the browser has left")
                    .atMost(PATIENCE)
                    .until(() -> editors(visitor).isEmpty());
        }
    }

    private String named() {
        return person.name() + " is editing this page too.";
    }

    /** Announces the visitor. @return who else is editing the page */
    private String editors(Visitor who) {
        Answer answer = post(who, "/editors");
        assertThat(answer.status()).isEqualTo(200);
        return Json.createReader(new StringReader(answer.body())).readObject().getString("text");
    }

    private Answer post(Visitor who, String path) {
        String token = who.get("/password").page().select("input[name=csrf]").val();
        return who.post(address(path), Map.of("csrf", token));
    }

    private String address(String path) {
        return path + "?space=" + space.slug() + "&page=page";
    }
}
