package io.commonplace.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HealingLinksIT {
    private static final String FRONT = "# Start\n\n[later](later.md) [two](more/x.md) ![pic](more/p.png) [[Later]]";

    @Test
    void linksOfAnImportedPageWorkAsSoonAsTheirTargetsAreThere() {
        Space space = Space.named("heals");
        Visitor writer = Visitor.administrator();
        Import.start(
                        space,
                        Zip.aZip()
                                .with("index.md", FRONT)
                                .with("about.md", "# About")
                                .bytes())
                .end();
        assertThat(writer.get(space.href()).page().select(".prose .broken")).hasSize(4);

        writer.submit("/new?space=" + space.slug() + "&page=", "create", Map.of("title", "Later", "markdown", "Text"));
        awaitBroken(writer, space, 2);
        Import.start(
                        space,
                        Zip.aZip()
                                .with("more/x.md", "# X")
                                .with("more/p.png", new byte[] {1, 2, 3})
                                .with("z.md", "# Z")
                                .bytes())
                .end();
        awaitBroken(writer, space, 0);

        Answer front = writer.get(space.href());
        assertThat(front.page().select(".prose a").eachAttr("href"))
                .containsExactly(space.href("later"), space.href("more/x"), space.href("later"));
        assertThat(writer.get(front.page().select(".prose img").attr("src")).status())
                .isEqualTo(200);
        assertThat(writer.get(space.href("more/x"))
                        .page()
                        .select("section:has(#linked-from) a")
                        .eachText())
                .containsExactly("Start");
        assertThat(Pages.in(space)).containsEntry("", 1);
    }

    private static void awaitBroken(Visitor reader, Space space, int count) {
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(reader.get(space.href()).page().select(".prose .broken"))
                        .hasSize(count));
    }
}
