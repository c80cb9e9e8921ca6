package io.commonplace.search;

import io.commonplace.pages.SpaceHead;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.store.ByteBuffersDirectory;

/**
 * Indexes a page in memory and searches for it in each way, so that the first person doesn't wait until dictionaries and
 * classes are loaded.
 */
final class SearchWarmUp {
    private static final SpaceHead SPACE = new SpaceHead(1, "warm-up", "Warm-up", "", 1);

    /** Each script that is split by a dictionary has its own. */
    private static final String HTML = "<h2 id=\"words\">Words</h2><p>The first search loads <code>c++</code> and the"
            + " dictionaries. 知识库 ナレッジ 지식 ความรู้ ຄວາມຮູ້ ចំណេះដឹង အသိပညာ</p>";

    private static final List<String> QUERIES = List.of(
            "dictionaries",
            "first search",
            "dictionareis",
            "\"first search\" -without",
            "c++ title:warm by:ada updated:>2020");

    private static final TitleBoosts BOOSTS = new TitleBoosts(1, SPACE.id(), Instant.EPOCH);

    private SearchWarmUp() {}

    static void run() {
        try (PageIndex index = PageIndex.in(new ByteBuffersDirectory())) {
            index.put(List.of(
                    new PageContent(1, 1, SPACE.id(), "warm-up", "Warm-up", 1, "Ada", Instant.now(), HTML, "")));
            index.refresh();
            VisibleSpaces spaces = VisibleSpaces.of(List.of(SPACE));
            QUERIES.stream().map(QueryText::parse).forEach(query -> search(index.searches(), spaces, query));
            Stream.of("war", "wrm").forEach(typed -> index.searches().titles(typed, spaces, BOOSTS, 10));
        } catch (IOException e) {
            throw new UncheckedIOException("Memory can't be written", e);
        }
    }

    private static void search(PageSearches searches, VisibleSpaces spaces, SearchQuery query) {
        PageQuery asked = new PageQuery(query, spaces, Synonyms.STANDARD);
        for (ResultOrder order : ResultOrder.values()) {
            searches.find(asked, new Wanted(null, List.of(SearchQuery.Dates.ALL), order, null, 10));
        }
    }
}
