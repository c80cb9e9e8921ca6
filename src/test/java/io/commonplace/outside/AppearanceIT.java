package io.commonplace.outside;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every page, wide and narrow, light and dark: takes screenshots into target/screenshots, and checks layout and
 * accessibility.
 */
class AppearanceIT {
    private static final Set<String> BAD = Set.of("serious", "critical");
    private static final Set<String> NOT_THERE = Set.of("missing", "deleted");

    /** Of each kind of page, one: text, list, form, editor, table, chart. */
    private static final Set<String> ONE_OF_EACH =
            Set.of("page-sampler", "search", "move", "edit", "people", "cluster");

    private static final Map<String, String> PAGES = new LinkedHashMap<>();
    private static Browser browser;

    @BeforeAll
    static void findPages() {
        Person.make(Visitor.administrator());
        Space space = Space.named("shown");
        Import job = Import.start(
                space, Zip.aZip().with("a.md", "# A\n\n[gone](gone.md)").bytes());
        job.end();
        space.save(Visitor.administrator(), "a", "# A\n\n[gone](gone.md), and more");
        PAGES.put("home", "/");
        PAGES.put("space", "/s/handbook");
        PAGES.put("page", "/s/handbook/how-it-works/jobs");
        PAGES.put("page-sampler", "/s/handbook/using/sampler");
        PAGES.put("search", "/search?q=restore+the+primary");
        PAGES.put("search-filtered", "/search?q=backup&space=handbook&sort=date");
        PAGES.put("search-recent", "/search?q=backup&updated=year");
        PAGES.put("search-people", "/search?q=a&kind=people");
        PAGES.put("search-spaces", "/search?q=handbook&kind=spaces");
        PAGES.put("search-nothing", "/search?q=space:none-of-this-name");
        PAGES.put("search-help", "/search");
        PAGES.put("search-corrected", "/search?q=replcation");
        PAGES.put("searches", "/admin/searches");
        PAGES.put("synonyms", "/admin/synonyms");
        PAGES.put("synonyms-reset", "/admin/synonyms/reset");
        PAGES.put("edit", space.editing("a"));
        PAGES.put("new", "/new?space=" + space.slug() + "&page=");
        PAGES.put("history", "/history?space=" + space.slug() + "&page=a");
        PAGES.put("compare", "/compare?from=1&to=2&space=" + space.slug() + "&page=a");
        PAGES.put("revision", "/revision?number=1&space=" + space.slug() + "&page=a");
        PAGES.put("restore-revision", "/revision/restore?number=1&space=" + space.slug() + "&page=a");
        PAGES.put("authors", "/authors?space=" + space.slug() + "&page=a");
        PAGES.put("linked", "/linked?space=handbook&page=how-it-works/jobs");
        PAGES.put("links", "/links?space=handbook");
        PAGES.put("links-none", "/links?space=" + space.slug());
        PAGES.put("files-none", "/attachments?space=" + space.slug() + "&page=a");
        PAGES.put("files", "/attachments?space=handbook&page=how-it-works");
        addFile(space);
        PAGES.put("move", space.moving("a"));
        PAGES.put("delete", space.deleting("a"));
        PAGES.put("below", "/below?of=0&space=" + space.slug());
        addTrash(space);
        PAGES.put("import", "/import");
        PAGES.put(
                "import-check",
                "/import/check?job="
                        + Import.check(space, Zip.ofPages(3).bytes()).job());
        PAGES.put("import-undo", "/import/undo?job=" + job.job());
        PAGES.put("export", "/export?space=" + space.slug() + "&page=a");
        PAGES.put("export-space", "/export?space=" + space.slug() + "&page=");
        PAGES.put("exported", "/jobs/" + Export.start(space, "").ended().job());
        PAGES.put("jobs", "/jobs");
        PAGES.put("job", "/jobs/" + job.job());
        PAGES.put("spaces", "/admin/spaces");
        PAGES.put("space-edit", "/admin/space?space=" + space.slug());
        PAGES.put("space-key", "/admin/space/key?space=" + space.slug());
        PAGES.put("space-archive", "/admin/space/archive?space=" + space.slug());
        PAGES.put("space-delete", "/admin/space/delete?space=" + space.slug());
        PAGES.put("rights", "/admin/rights?space=" + space.slug());
        PAGES.put("people", "/admin/people");
        PAGES.put("person", linked("/admin/people", "person"));
        PAGES.put("groups", "/admin/groups");
        PAGES.put("group-delete", linked("/admin/groups", "group/remove"));
        PAGES.put("cluster", "/admin/cluster");
        PAGES.put("rebuild", "/admin/rebuild");
        PAGES.put("maintenance", "/admin/maintenance");
        PAGES.put("password", "/password");
        PAGES.put("missing", "/s/handbook/no-such-page");
        browser = new Browser();
    }

    /** A file with two versions, and one in the trash. */
    private static void addFile(Space space) {
        Visitor writer = Visitor.administrator();
        String list = "/attachments?space=" + space.slug() + "&page=a";
        Files.add(writer, list, "a diagram of the parts.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
        Files.add(writer, list, "a diagram of the parts.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" />");
        String file = writer.get(list).page().select("a[href^=/file?id=]").attr("href");
        PAGES.put("file", file);
        PAGES.put("file-rename", file.replace("/file?", "/file/rename?"));
        PAGES.put("file-delete", file.replace("/file?", "/file/delete?"));
        PAGES.put("file-restore", file.replace("/file?", "/file/restore?version=1&"));
        PAGES.put("history-space", "/history/space?at=" + LocalDateTime.now(ZoneOffset.UTC) + "&space=" + space.slug());
        PAGES.put("history-events", "/history/events?space=" + space.slug() + "&page=a");
        Space other = Space.make(writer, "shown-files");
        other.create(writer, "a", "Text");
        String others = "/attachments?space=" + other.slug() + "&page=a";
        Files.add(writer, others, "old.txt", "old");
        String old = writer.get(others).page().select("a[href^=/file?id=]").attr("href");
        writer.submit(old.replace("/file?", "/file/delete?"), "delete", Map.of());
        PAGES.put("files-deleted", others);
        PAGES.put("trash-files", other.trash());
        PAGES.put("file-undelete", old.replace("/file?", "/trash/restore-file?"));
        PAGES.put("file-destroy", old.replace("/file?", "/trash/destroy-file?"));
    }

    private static void addTrash(Space space) {
        PAGES.put("trash-empty", space.trash());
        Visitor writer = Visitor.administrator();
        Space other = Space.make(writer, "shown-trash");
        PAGES.put("deleted", other.href("an-old-page"));
        other.create(writer, "An old page", "Text");
        writer.submit(other.deleting("an-old-page"), "delete", Map.of());
        PAGES.put("trash", other.trash());
        PAGES.put("search-deleted", "/search?q=an+old+page&kind=deleted");
        var links = writer.get(other.trash()).page();
        PAGES.put("restore", links.select("a[href*=restore]").attr("href"));
        PAGES.put("destroy", links.select("a[href*=destroy]").attr("href"));
    }

    private static String linked(String page, String part) {
        return Visitor.administrator()
                .get(page)
                .page()
                .select("a[href*=" + part + "]")
                .attr("href");
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    /** At the width at which most goes wrong. */
    @Test
    void aPageOfEachKindFitsAPhoneAndIsAccessible() {
        assertThat(PAGES.keySet()).containsAll(ONE_OF_EACH);
        lookAt(ONE_OF_EACH, 360, ColorScheme.DARK);
    }

    @Tag("thorough")
    @ParameterizedTest
    @CsvSource({"1280, LIGHT", "1280, DARK", "360, LIGHT", "360, DARK"})
    void everyPageFitsAndIsAccessible(int width, ColorScheme colours) {
        lookAt(PAGES.keySet(), width, colours);
    }

    private static void lookAt(Set<String> names, int width, ColorScheme colours) {
        List<String> faults = new ArrayList<>();
        try (BrowserContext window = browser.administrator(width, colours);
                BrowserContext outside = browser.stranger(width, colours)) {
            Page page = watched(window, faults);
            PAGES.forEach((name, path) -> {
                if (names.contains(name)) {
                    look(page, name, path, faults);
                }
            });
            look(watched(outside, faults), "login", "/login", faults);
        }
        assertThat(faults).as("%d px, %s", width, colours).isEmpty();
    }

    @Tag("thorough")
    @ParameterizedTest
    @CsvSource({"1280, LIGHT", "360, DARK"})
    void everyPageIsAccessibleInReadOnlyMode(int width, ColorScheme colours) {
        Visitor administrator = Visitor.administrator();
        Space space = Space.make(administrator, "waiting");
        space.create(administrator, "page", "Before");
        List<String> faults = new ArrayList<>();
        Maintenance.begin(administrator, "We move to new machines; from noon on you can save again");
        try (BrowserContext window = browser.administrator(width, colours)) {
            space.save(administrator, "page", "# A draft\n\nTyped and not saved");
            Page page = watched(window, faults);
            look(page, "read-only-home", "/", faults);
            look(page, "read-only-page", "/s/handbook/how-it-works/jobs", faults);
            look(page, "read-only-maintenance", "/admin/maintenance", faults);
            look(page, "read-only-offer", space.editing("page"), faults);
            look(page, "read-only-draft", space.editing("page") + "&draft=restore", faults);
        } finally {
            Maintenance.end(administrator);
        }
        assertThat(faults).as("%d px, %s", width, colours).isEmpty();
    }

    /** A page that records errors and violations that no page may have. */
    private static Page watched(BrowserContext window, List<String> faults) {
        Page page = window.newPage();
        page.onRequest(request -> {
            if (!request.url().startsWith(Cluster.url()) && !request.url().startsWith("data:")) {
                faults.add(page.url() + " asks " + request.url());
            }
        });
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().contains("404")) {
                faults.add(page.url() + " says in the console: " + message.text());
            }
        });
        return page;
    }

    private static void look(Page page, String name, String path, List<String> faults) {
        int status = page.navigate(path).status();
        if (status != (NOT_THERE.contains(name) ? 404 : 200)) {
            faults.add(name + " is answered by " + status);
        }
        int width = page.viewportSize().width;
        Browser.takePicture(page, "%s-%d-%s".formatted(name, width, scheme(page)));
        int needed = (int) page.evaluate("document.documentElement.scrollWidth");
        if (needed > width) {
            faults.add("%s needs %d px".formatted(name, needed));
        }
        // The other mode opens a window per page to support frames, which the site doesn't use.
        new AxeBuilder(page)
                .setLegacyMode(true).analyze().getViolations().stream()
                        .filter(rule -> BAD.contains(rule.getImpact()))
                        .forEach(rule -> faults.add("%s: %s at %s"
                                .formatted(
                                        name,
                                        rule.getId(),
                                        rule.getNodes().get(0).getHtml())));
    }

    private static Object scheme(Page page) {
        return page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'");
    }
}
