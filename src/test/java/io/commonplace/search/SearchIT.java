package io.commonplace.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.commonplace.inside.InsideVisitor;
import io.commonplace.inside.TestClone;
import io.commonplace.pages.Moves;
import io.commonplace.pages.PageText;
import io.commonplace.pages.Pages;
import io.commonplace.pages.Place;
import io.commonplace.pages.SpaceHead;
import io.commonplace.pages.Trash;
import io.commonplace.people.Viewer;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Nothing here waits: a search sees what was saved before it. */
@ExtendWith(ArquillianExtension.class)
class SearchIT {
    @Inject
    private InsideVisitor visitor;

    @Inject
    private Search search;

    @Inject
    private Pages pages;

    @Inject
    private Moves moves;

    @Inject
    private Trash trash;

    private final String word = "w" + UUID.randomUUID().toString().replace("-", "");
    private Viewer viewer;
    private SpaceHead space;

    @Deployment
    static WebArchive war() {
        return TestClone.war();
    }

    @BeforeEach
    void makeSpace() {
        viewer = visitor.viewer();
        space = visitor.spaceWithAPage();
    }

    @Test
    void aPageIsFoundRightAfterItsSave() {
        assertThat(paths(word)).isEmpty();
        pages.save(viewer, space, "page", 1, new PageText("Page", "Now with " + word, ""));
        assertThat(paths(word)).containsExactly("page");
        pages.save(viewer, space, "page", 2, new PageText("Page", "Without it", ""));
        assertThat(paths(word)).isEmpty();
    }

    @Test
    void aNewPageIsFoundRightAfterItsCreation() {
        for (int i = 0; i < 20; i++) {
            pages.create(viewer, space, "", new PageText("Title " + i, word, ""));
            assertThat(paths(word)).hasSize(i + 1);
        }
    }

    @Test
    void aMovedPageIsFoundAtItsNewAddress() {
        pages.create(viewer, space, "page", new PageText("Below", word, ""));
        moves.move(viewer, space, "page", new Place("", "elsewhere"));
        assertThat(paths(word)).containsExactly("elsewhere/below");
    }

    @Test
    void aDeletedPageIsNotFoundUntilItIsRestored() {
        pages.create(viewer, space, "page", new PageText("Below", word, ""));
        long deletion = trash.delete(viewer, space, "page", 2).id();
        assertThat(paths(word)).isEmpty();
        assertThat(search.suggest(viewer, "Below", 8))
                .noneMatch(found -> found.href().startsWith(space.href() + "/"));
        trash.restore(viewer, space, deletion, "page");
        assertThat(paths(word)).containsExactly("page/below");
    }

    @Test
    void whoMayNotSeeASpaceFindsNothingInIt() {
        pages.create(viewer, space, "", new PageText("Secret " + word, word, ""));
        Viewer nobody = new Viewer(1, "nobody", "Nobody", false, Map.of());
        assertThat(results(nobody, word).total()).isZero();
        assertThat(search.suggest(nobody, "Secret", 8)).isEmpty();
        assertThat(search.suggest(viewer, "Secret " + word.substring(0, 8), 8)).hasSize(1);
    }

    private List<String> paths(String text) {
        return results(viewer, text).results().stream().map(SearchResult::path).toList();
    }

    private SearchResults results(Viewer person, String text) {
        SearchResults results = search.find(person, SearchRequest.of(text, ResultOrder.RELEVANCE, "", 50));
        assertThat(results.current()).isTrue();
        return results;
    }
}
