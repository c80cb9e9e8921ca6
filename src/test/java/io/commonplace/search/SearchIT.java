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
import io.commonplace.people.SpaceLevel;
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
    private Suggestions suggestions;

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
        assertThat(suggestions.of(viewer, "Below", "", 8).pages())
                .noneMatch(found -> found.href().startsWith(space.href() + "/"));
        trash.restore(viewer, space, deletion, "page");
        assertThat(paths(word)).containsExactly("page/below");
    }

    @Test
    void whoMayNotSeeASpaceFindsNothingInIt() {
        pages.create(viewer, space, "", new PageText("Secret " + word, word, ""));
        Viewer nobody = new Viewer(1, "nobody", "Nobody", false, Map.of());
        assertThat(results(nobody, word).total()).isZero();
        assertThat(suggestions.of(nobody, "Secret", "", 8).pages()).isEmpty();
        assertThat(suggestions
                        .of(viewer, "Secret " + word.substring(0, 8), "", 8)
                        .pages())
                .hasSize(1);
        assertThat(suggestions.in(nobody, space.slug(), "Secret", 8).pages()).isEmpty();
        assertThat(suggestions.in(viewer, space.slug(), "Secret", 8).pages()).hasSize(1);
    }

    @Test
    void aDeletedPageIsFoundInTheTrashByThoseWhoMayRestoreIt() {
        pages.create(viewer, space, "page", new PageText("Below", word, ""));
        assertThat(deleted(viewer)).isEmpty();
        long deletion = trash.delete(viewer, space, "page", 2).id();

        assertThat(deleted(viewer)).containsExactly("/trash/restore?space=" + space.slug() + "&deletion=" + deletion);
        assertThat(deleted(with(SpaceLevel.EDIT))).hasSize(1);
        assertThat(deleted(with(SpaceLevel.VIEW))).isEmpty();
        assertThat(search.countsOfOthers(with(SpaceLevel.VIEW), words()))
                .containsOnlyKeys(ResultKind.PEOPLE, ResultKind.SPACES);

        trash.restore(viewer, space, deletion, "page");
        assertThat(deleted(viewer)).isEmpty();
        assertThat(search.countsOfOthers(viewer, words())).containsEntry(ResultKind.DELETED, 0);
    }

    @Test
    void whatIsDeletedPermanentlyIsFoundByNobody() {
        pages.create(viewer, space, "page", new PageText("Below", word, ""));
        long deletion = trash.delete(viewer, space, "page", 2).id();
        assertThat(search.countsOfOthers(viewer, words())).containsEntry(ResultKind.DELETED, 1);

        trash.destroy(viewer, space, deletion);
        assertThat(deleted(viewer)).isEmpty();
        assertThat(search.countsOfOthers(viewer, words())).containsEntry(ResultKind.DELETED, 0);
    }

    @Test
    void peopleAreFoundByThePagesThatOneMaySee() {
        Viewer author = new Viewer(viewer.id(), "author", "Zoë " + word, false, Map.of(space.id(), SpaceLevel.EDIT));
        pages.create(author, space, "page", new PageText("Below", "text", ""));

        SearchQuery query =
                SearchRequest.of("zoe " + word, ResultOrder.RELEVANCE, "", 1).query();
        assertThat(search.people(viewer, query, 5).people()).containsExactly(new FacetCount("Zoë " + word, 1));
        assertThat(search.people(with(SpaceLevel.VIEW), query, 5).total()).isEqualTo(1);
        assertThat(search.people(new Viewer(1, "nobody", "Nobody", false, Map.of()), query, 5)
                        .total())
                .isZero();
        assertThat(suggestions.recent(author, 2).pages())
                .extracting(Suggestion::title)
                .contains("Below");
    }

    private Viewer with(SpaceLevel level) {
        return new Viewer(1, "somebody", "Somebody", false, Map.of(space.id(), level));
    }

    private SearchRequest words() {
        return SearchRequest.of(word, ResultOrder.RELEVANCE, "", 50);
    }

    private List<String> deleted(Viewer person) {
        return search.find(person, words().of(ResultKind.DELETED)).results().stream()
                .map(SearchResult::href)
                .toList();
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
