package io.commonplace.outside;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** Files that people add to a page. */
class FilesIT {
    private static final byte[] TEXT = "Ask the night shift.".getBytes(StandardCharsets.UTF_8);

    private final Visitor writer = Visitor.administrator();
    private final Space space = Space.make(writer, "files");

    FilesIT() {
        space.create(writer, "runbook", "Nothing yet.");
    }

    @Test
    void aFileIsAddedShownAndDeleted() {
        assertThat(writer.get(files()).page().select(".empty").text()).contains("No files yet");

        Answer added = add("notes.txt", "note");

        assertThat(added.location()).isEqualTo(files());
        Element row = writer.get(files()).page().expectFirst("tbody tr");
        assertThat(row.text()).contains("notes.txt", "[notes.txt](notes.txt)");
        assertThat(writer.get(space.href("runbook"))
                        .page()
                        .select(".page-parts")
                        .text())
                .contains("notes.txt");
        assertThat(writer.get(row.expectFirst("a").attr("href")).body()).isEqualTo("note");

        String deleting = row.select("a[href*=file/delete]").attr("href");
        assertThat(writer.submit(deleting, "delete", Map.of()).location()).isEqualTo(files());
        assertThat(writer.get(files()).page().select(".empty")).isNotEmpty();
    }

    @Test
    void aFileOfAnotherPageStaysWhenOneOfItsNameIsAdded() {
        space.create(writer, "beside", "Nothing yet.");
        add("notes.txt", "one");
        send("notes.txt", "two".getBytes(StandardCharsets.UTF_8), "beside");

        assertThat(writer.get(files()).page().select("tbody th").eachText()).containsExactly("notes.txt");
        assertThat(writer.get(files().replace("runbook", "beside"))
                        .page()
                        .select("tbody th")
                        .eachText())
                .containsExactly("notes-2.txt");
    }

    @Test
    void whatCanNotBeAddedIsRefusedWithItsReason() {
        assertThat(send("big.bin", new byte[(32 << 20) + 1], "runbook").body())
                .contains("big.bin is larger than 32 MiB");
        assertThat(send("nothing.txt", new byte[0], "runbook").body()).contains("nothing.txt is empty");
        assertThat(send("../up.txt", TEXT, "runbook").body()).contains("[up.txt](up.txt)");
    }

    @Test
    void aPageThatIsUploadedRunsNoScriptHere() {
        send("attack.html", "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8), "runbook");
        String href = writer.get(files()).page().select("tbody th a").attr("href");

        Answer file = writer.get(href);

        assertThat(file.header("Content-Disposition")).isEqualTo("attachment");
        assertThat(file.header("Content-Security-Policy")).startsWith("sandbox");
    }

    @Test
    void aPartOfAFileIsSent() {
        add("notes.txt", "0123456789");
        String href = writer.get(files()).page().select("tbody th a").attr("href");

        Answer part = writer.send(Http.request(URI.create(Cluster.url() + href)).header("Range", "bytes=2-4"));
        assertThat(part.status()).isEqualTo(206);
        assertThat(part.body()).isEqualTo("234");
        assertThat(part.header("Content-Range")).isEqualTo("bytes 2-4/10");
        Answer behind =
                writer.send(Http.request(URI.create(Cluster.url() + href)).header("Range", "bytes=10-"));
        assertThat(behind.status()).isEqualTo(416);
        Answer changed = writer.send(Http.request(URI.create(Cluster.url() + href))
                .header("Range", "bytes=2-4")
                .header("If-Range", "\"another\""));
        assertThat(changed.body()).isEqualTo("0123456789");
    }

    @Test
    void aFileIsChosenDroppedAndPastedWhileWriting() {
        try (Browser browser = new Browser();
                BrowserContext window = browser.administrator()) {
            Page page = window.newPage();
            page.navigate(space.editing("runbook"));
            page.locator(".add-files input").setInputFiles(new FilePayload("notes.txt", "text/plain", TEXT));
            assertThat(page.locator("#markdown")).hasValue("Nothing yet.[notes.txt](notes.txt)");
            bring(page, "drop", "dataTransfer", "plan (1).png");
            assertThat(page.locator("#markdown"))
                    .hasValue("Nothing yet.[notes.txt](notes.txt)![plan (1)](<plan (1).png>)");
            bring(page, "paste", "clipboardData", "image.png");
            assertThat(page.locator(".add-files [role=status]")).hasText("Added image.png");

            page.locator("#save").click();
            page.waitForURL("**" + space.href("runbook"));
            assertThat(page.locator(".prose img")).hasCount(2);
            assertThat(page.locator(".prose .broken")).hasCount(0);
        }
    }

    private static void bring(Page page, String event, String property, String name) {
        page.evaluate("""
                ([event, property, name]) => {
                  const data = new DataTransfer();
                  data.items.add(new File([name], name, { type: "image/png" }));
                  const text = document.querySelector(".cm-content");
                  const { right, bottom } = text.querySelector(".cm-line:last-child").getBoundingClientRect();
                  const brought = new MouseEvent(event, { bubbles: true, cancelable: true, clientX: right - 1, clientY: bottom - 1 });
                  Object.defineProperty(brought, property, { value: data });
                  text.dispatchEvent(brought);
                }""", new Object[] {event, property, name});
    }

    private Answer add(String name, String text) {
        return Files.add(writer, files(), name, text);
    }

    private Answer send(String name, byte[] bytes, String path) {
        String token =
                writer.get("/password").page().expectFirst("input[name=csrf]").val();
        return writer.send(Http.request(URI.create(
                        Cluster.url() + files().replace("?", "/add?").replace("runbook", path) + "&name=" + name))
                .header("X-CSRF-Token", token)
                .header("Origin", Cluster.url())
                .POST(BodyPublishers.ofByteArray(bytes)));
    }

    private String files() {
        return "/attachments?space=" + space.slug() + "&page=runbook";
    }
}
