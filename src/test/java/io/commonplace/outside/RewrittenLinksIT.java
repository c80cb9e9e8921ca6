package io.commonplace.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RewrittenLinksIT {
    private final Visitor writer = Visitor.administrator();
    private final Space space = Space.make(writer, "rewritten");

    @Test
    void aMoveUpdatesLinksAndDoesNotFloodTheRecentChanges() {
        space.create(writer, "target", "Text");
        space.create(writer, "page", "[a](target.md)");

        Answer moved = writer.submit(space.moving("target"), "move", Map.of("parent", "page", "name", "elsewhere"));

        assertThat(moved.location()).isEqualTo(space.href("page/elsewhere"));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(space.source(writer)).isEqualTo("[a](page/elsewhere.md)"));
        for (String clone : Cluster.CLONES) {
            Visitor reader = Visitor.administrator();
            reader.prefer(clone);
            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(() -> assertThat(reader.get(space.href("page"))
                                    .page()
                                    .select(".prose a")
                                    .attr("href"))
                            .isEqualTo(space.href("page/elsewhere")));
        }
        assertThat(writer.get("/history?space=" + space.slug() + "&page=page")
                        .page()
                        .text())
                .contains("Links lead to the new address of “target”");
        assertThat(writer.get(space.href("target")).location())
                .as("the old address")
                .isEqualTo(space.href("page/elsewhere"));
    }
}
