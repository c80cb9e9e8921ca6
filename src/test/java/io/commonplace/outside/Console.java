package io.commonplace.outside;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;

/** The administration console in a browser, used as the handbook describes. */
final class Console implements AutoCloseable {
    private static final String URL = "http://127.0.0.1:" + (Cluster.port() + 3);

    /** A deployment takes ten seconds, and much longer on a busy machine. */
    private static final double PATIENCE_MILLIS = 240_000;

    private final Pictures pictures;
    private final BrowserContext window;
    private final Page page;

    Console(Browser browser, Pictures pictures) {
        this.pictures = pictures;
        window = browser.stranger(1500, ColorScheme.LIGHT);
        window.setDefaultTimeout(PATIENCE_MILLIS);
        page = window.newPage();
        // The console asks for confirmation.
        page.onDialog(dialog -> dialog.accept());
    }

    void signIn() {
        page.navigate(URL);
        page.locator("[name=j_username]").fill("admin");
        pictures.take(page, "sign-in");
        page.locator("[name=j_password]").fill(password());
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Login"))
                .click();
    }

    void showClones() {
        page.getByText("Data Grid", new Page.GetByTextOptions().setExact(true))
                .first()
                .click();
        // The pages replace each other without a navigation.
        assertThat(page.getByText("Domain Wide Data Grid Configuration").first())
                .isVisible(patiently());
        page.getByText("Data Grid Instances").first().click();
        assertThat(table()).isVisible(patiently());
    }

    /** The console's rows about the clones. */
    List<String> clones() {
        return lines().allInnerTexts();
    }

    /** Selects a clone and types a command. */
    void choose(String clone, String command) {
        // This also removes the previous message.
        showClones();
        lines().filter(new Locator.FilterOptions().setHasText(clone))
                .locator("input[type=checkbox]")
                .check();
        table().locator("input[type=text]").fill(command);
    }

    /** Sends the command. @return the console's message when the clone has done it */
    String send() {
        table().getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Send"))
                .click();
        Locator said = page.locator("[id='propertyForm:pageAlert']");
        assertThat(said).isVisible(patiently());
        return said.innerText();
    }

    void takePicture(String name) {
        pictures.take(page, name);
    }

    void takePictureOfClones(String name) {
        pictures.take(table(), name);
    }

    @Override
    public void close() {
        window.close();
    }

    private Locator table() {
        return page.locator("[id='propertyForm:microInstancesTable']");
    }

    private Locator lines() {
        return table().locator("tbody tr:has(input[type=checkbox])");
    }

    private static LocatorAssertions.IsVisibleOptions patiently() {
        return new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE_MILLIS);
    }

    private static String password() {
        try {
            return Files.readString(Cluster.data().resolve("console/password")).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
