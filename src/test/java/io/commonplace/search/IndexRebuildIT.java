package io.commonplace.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.commonplace.inside.InsideVisitor;
import io.commonplace.inside.TestClone;
import io.commonplace.pages.PageText;
import io.commonplace.pages.Pages;
import io.commonplace.pages.SpaceHead;
import io.commonplace.people.Viewer;
import io.commonplace.platform.Forbidden;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("thorough")
@ExtendWith(ArquillianExtension.class)
class IndexRebuildIT {
    @Inject
    private InsideVisitor visitor;

    @Inject
    private IndexRebuild rebuild;

    @Inject
    private IndexUpdate update;

    @Inject
    private SearchStatus status;

    @Inject
    private Search search;

    @Inject
    private Pages pages;

    private final String word = "w" + UUID.randomUUID().toString().replace("-", "");
    private Viewer viewer;
    private SpaceHead space;

    @Deployment
    static WebArchive war() {
        return TestClone.war();
    }

    @BeforeEach
    void makePages() {
        viewer = visitor.viewer();
        space = visitor.spaceWithAPage();
        pages.create(viewer, space, "", new PageText("First", word, ""));
        pages.create(viewer, space, "", new PageText("Second", word, ""));
        assertThat(found()).isEqualTo(2);
    }

    @Test
    void peopleFindEverythingWhileAllPagesArePutAgain() {
        long request = rebuild.request(viewer, "");
        do {
            assertThat(found()).isEqualTo(2);
        } while (status.progress().rebuilt() < request);
        assertThat(status.progress().building()).isFalse();
    }

    @Test
    void aRebuildOfASpacePutsWhatTheIndexHasLost() {
        List<SearchResult> before = results().results();
        change(index -> index.remove(List.of(before.get(0).pageId())));
        assertThat(found()).isEqualTo(1);
        rebuild(space.slug());
        assertThat(found()).isEqualTo(2);
    }

    @Test
    void aRebuildRemovesWhatTheDatabaseDoesNotHave() {
        PageContent ghost = new PageContent(
                Long.MAX_VALUE, 1, space.id(), "ghost", "Ghost", 1, "Ada", Instant.EPOCH, "<p>" + word + "</p>", "");
        // The comparison after the rebuild of another test may still be under way, and remove it at once.
        await("the ghost").atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
            change(index -> index.put(List.of(ghost)));
            assertThat(found()).isEqualTo(3);
        });
        rebuild("");
        await("the comparison after the rebuild")
                .atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(found()).isEqualTo(2));
    }

    @Test
    void onlyAdministratorsMayAskForIt() {
        Viewer nobody = new Viewer(1, "nobody", "Nobody", false, Map.of());
        assertThatThrownBy(() -> rebuild.request(nobody, "")).isInstanceOf(Forbidden.class);
    }

    private void change(Consumer<SearchIndex> change) {
        SearchIndex index = update.index().orElseThrow();
        change.accept(index);
        index.refresh();
    }

    private void rebuild(String slug) {
        long request = rebuild.request(viewer, slug);
        await("the rebuild")
                .atMost(Duration.ofMinutes(1))
                .until(() -> status.progress().rebuilt() >= request);
    }

    private long found() {
        return results().total();
    }

    private SearchResults results() {
        SearchResults results = search.find(viewer, SearchRequest.of(word, ResultOrder.RELEVANCE, "", 50));
        assertThat(results.current()).isTrue();
        return results;
    }
}
