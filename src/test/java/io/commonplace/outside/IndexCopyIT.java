package io.commonplace.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A clone that has lost its search index. */
class IndexCopyIT {
    private static final String CLONE = "clone-2";

    private final Visitor administrator = Visitor.administrator();

    @BeforeEach
    void bothHaveAnIndex() {
        Cluster.awaitWhole();
        Cluster.CLONES.forEach(IndexCopyIT::awaitIndex);
    }

    @AfterEach
    void theClusterIsWholeAgain() {
        Cluster.awaitWhole();
    }

    @Tag("thorough")
    @Test
    void itCopiesTheIndexOfAnotherCloneAndFollowsFromThere() throws IOException {
        String word = "w" + UUID.randomUUID().toString().replace("-", "");
        Space space = Space.make(administrator, "copied");
        space.create(administrator, "Before the copy", word);

        Cluster.kill(CLONE);
        Path index = Cluster.data().resolve(CLONE + "/search");
        try (var files = Files.list(index)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Cluster.awaitInRouting(CLONE);
        awaitIndex(CLONE);

        assertThat(Metrics.of(CLONE).value("search_copies_total{}")).isEqualTo(1);
        assertThat(Metrics.of(CLONE).value("search_pages{}")).isPositive();
        assertThat(Files.readString(Cluster.data().resolve("logs/" + CLONE + ".log")))
                .contains("The search index was copied from clone-1");
        patiently("the cluster page").untilAsserted(() -> assertThat(indexes()).contains(CLONE + " Complete"));

        space.create(administrator, "After the copy", word);
        administrator.prefer(CLONE);
        patiently("both pages on the clone with the copy")
                .untilAsserted(() -> assertThat(
                                administrator.json("/api/search?q=" + word).getInt("total"))
                        .isEqualTo(2));
        assertThat(administrator.servedBy()).isEqualTo(CLONE);
    }

    /** A line for each clone: its name, and the state of its index. */
    private List<String> indexes() {
        return administrator.get("/admin/cluster").page().select("section[aria-labelledby=index] tbody tr").stream()
                .map(row ->
                        row.select("th").text() + " " + row.select("td").get(0).text())
                .toList();
    }

    private static void awaitIndex(String clone) {
        patiently("the index of " + clone).until(() -> Metrics.of(clone).value("search_complete{}") == 1);
    }

    private static ConditionFactory patiently(String what) {
        return await(what).atMost(Duration.ofMinutes(1)).ignoreExceptions();
    }
}
