package io.commonplace.outside;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** The bytes that a page view transfers, measured by the browser. */
class PageWeightIT {
    private static final String PAGE = "/s/handbook/glossary";
    private static final int MOST_BESIDE_THE_TEXT = 15 * 1024;

    @Test
    void aSecondVisitOfAnUnchangedPageTransfersNothing() {
        try (Browser browser = new Browser();
                BrowserContext window = browser.administrator()) {
            Page page = window.newPage();
            Wire wire = new Wire(page);
            wire.clearCache();

            page.navigate(PAGE);
            page.waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);
            long text = zipped(page.locator(".prose").innerHTML());
            Map<String, Integer> first = wire.bodies();
            assertThat(first).as("what the first visit loads").containsKey(PAGE).hasSizeGreaterThan(1);
            assertThat(first.values().stream().mapToLong(Integer::longValue).sum() - text)
                    .as("bytes beside the text's " + text + ": " + first)
                    .isLessThanOrEqualTo(MOST_BESIDE_THE_TEXT);

            wire.begin();
            page.navigate(PAGE);
            page.waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);
            assertThat(wire.bodies()).as("what the second visit loads").isEmpty();
        }
    }

    private static long zipped(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.size();
    }

    /** Records the browser's network transfers, without its cache. */
    private static final class Wire {
        private final CDPSession session;
        private final List<Request> finished = new CopyOnWriteArrayList<>();

        private Wire(Page page) {
            session = page.context().newCDPSession(page);
            page.onRequestFinished(finished::add);
        }

        private void begin() {
            finished.clear();
        }

        private void clearCache() {
            session.send("Network.clearBrowserCache");
        }

        /** The sizes of the compressed bodies, by path. */
        private Map<String, Integer> bodies() {
            return finished.stream()
                    // A cached resource has no transferred body.
                    .filter(request -> request.sizes().responseBodySize > 0)
                    .collect(Collectors.toMap(
                            request -> request.url().substring(Cluster.url().length()),
                            request -> request.sizes().responseBodySize));
        }
    }
}
