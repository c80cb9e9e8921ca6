package io.commonplace.outside;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A space as a site of HTML files, which a browser opens from a folder. */
class SiteExportIT {
    @Test
    void theHandbookIsReadAndSearchedWithoutAServer(@TempDir Path folder) throws IOException {
        Space space = Space.named("site");
        Import.start(space, Zip.ofHandbook().bytes()).end();
        Map<String, byte[]> files = Export.start(space, "&format=site").ended().files();
        unpack(files, folder);

        assertThat(brokenLinks(files, space)).isEmpty();

        List<String> failures = new ArrayList<>();
        try (Browser browser = new Browser();
                BrowserContext window = browser.stranger(1280, ColorScheme.LIGHT)) {
            Page page = window.newPage();
            page.onPageError(failures::add);
            page.navigate(folder.resolve(space.slug() + "/how-it-works/jobs.html")
                    .toUri()
                    .toString());
            Locator tree = page.locator(".tree");
            assertThat(tree.locator("[aria-current]")).hasCount(1);
            page.keyboard().press("/");
            page.keyboard().type("sessions");
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("Found");
            Locator first = page.locator("#found h2 a").first();
            String title = first.textContent();
            first.click();
            assertThat(page.locator("h1")).hasText(title);
        }
        assertThat(failures).isEmpty();
    }

    @Test
    void linksByNameAndAddressesOfTheSiteLeadToFiles(@TempDir Path folder) {
        Visitor writer = Visitor.administrator();
        Space space = Space.make(writer, "site");
        space.create(writer, "Other page", "# Other page\n\n## Part");
        space.create(
                writer,
                "start",
                "[[Other page#Part]] [x](" + space.href("other-page")
                        + ") [y](gone.md) [Ann Lee](/search?q=&by=Ann+Lee) <b>&amp;</b>");

        Map<String, byte[]> files = Export.start(space, "&format=site").ended().files();

        Document start = html(files, space.slug() + "/start.html");
        assertThat(start.select(".prose a").eachAttr("href")).startsWith("other-page.html#part", "other-page.html");
        assertThat(start.select(".prose .broken").eachText()).containsExactly("y");
        assertThat(start.select(".prose").text()).contains("Ann Lee");
        assertThat(html(files, "index.html").select(".prose li a").eachText()).contains("Other page", "start");
    }

    private static void unpack(Map<String, byte[]> files, Path folder) throws IOException {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
    }

    /** Links to files that are not in the archive, and to places that are not in their page. */
    private static List<String> brokenLinks(Map<String, byte[]> files, Space space) {
        List<String> broken = new ArrayList<>();
        for (String name :
                files.keySet().stream().filter(each -> each.endsWith(".html")).toList()) {
            for (Element link : html(files, name).select("a[href], img[src], link[href], script[src]")) {
                String written = link.hasAttr("href") ? link.attr("href") : link.attr("src");
                URI target = URI.create("file:///" + name.replace(" ", "%20")).resolve(written);
                if ("file".equals(target.getScheme()) && !leadsSomewhere(files, target)) {
                    broken.add(name + ": " + written);
                }
            }
        }
        return broken;
    }

    private static boolean leadsSomewhere(Map<String, byte[]> files, URI target) {
        String file = target.getPath().substring(1);
        String place = target.getFragment();
        boolean isPage = file.endsWith(".html");
        return files.containsKey(file)
                && (place == null || !isPage || html(files, file).getElementById(place) != null);
    }

    private static Document html(Map<String, byte[]> files, String name) {
        return Jsoup.parse(new String(files.get(name), StandardCharsets.UTF_8));
    }
}
