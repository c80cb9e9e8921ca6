package io.commonplace.search.opensearch;

import io.commonplace.search.Cursor;
import io.commonplace.search.Fields;
import io.commonplace.search.FoundPages;
import io.commonplace.search.FoundPeople;
import io.commonplace.search.IndexedPage;
import io.commonplace.search.PageQuery;
import io.commonplace.search.PageSearches;
import io.commonplace.search.PeopleSearch;
import io.commonplace.search.QueryPlan;
import io.commonplace.search.ResultOrder;
import io.commonplace.search.SearchQuery;
import io.commonplace.search.TitleBoosts;
import io.commonplace.search.TitleQuery;
import io.commonplace.search.VisibleSpaces;
import io.commonplace.search.Wanted;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;
import org.opensearch.client.opensearch._types.FieldValue;
import org.opensearch.client.opensearch._types.SearchType;
import org.opensearch.client.opensearch._types.SortOptions;
import org.opensearch.client.opensearch._types.SortOrder;
import org.opensearch.client.opensearch._types.query_dsl.FunctionBoostMode;
import org.opensearch.client.opensearch._types.query_dsl.FunctionScore;
import org.opensearch.client.opensearch._types.query_dsl.FunctionScoreMode;
import org.opensearch.client.opensearch.core.SearchRequest;
import org.opensearch.client.opensearch.core.SearchResponse;
import org.opensearch.client.opensearch.core.search.Hit;

/** Searches in the shared index. The spaces that a person may see are a condition of each query. */
final class OpenSearchSearches implements PageSearches, AutoCloseable {
    private static final SortOptions BY_ID = by(Fields.ID, SortOrder.Asc);
    private static final List<SortOptions> BY_DATE = List.of(by(Fields.CHANGED, SortOrder.Desc), BY_ID);
    private static final List<SortOptions> BY_RANK =
            List.of(SortOptions.of(sort -> sort.score(score -> score.order(SortOrder.Desc))), BY_ID);

    private final Connection connection;
    private final String index;
    private final PresentLanguages languages;

    OpenSearchSearches(Connection connection, String index) {
        this.connection = connection;
        this.index = index;
        this.languages = new PresentLanguages(connection, index);
    }

    /** Must be called when changes of this clone can be found. */
    void changed() {
        languages.changed();
    }

    private static SortOptions by(String field, SortOrder order) {
        return SortOptions.of(sort -> sort.field(by -> by.field(field).order(order)));
    }

    @Override
    public FoundPages find(PageQuery query, Wanted wanted) {
        return planned(query, plan -> {
            SearchResponse<JsonObject> all = search(query, plan.pages(true), wanted);
            FoundCounts counts = counts(all, wanted);
            if (counts.total() > 0) {
                return found(plan, wanted, all, counts, counts.bySpan());
            }
            SearchResponse<JsonObject> any = search(query, plan.pages(false), wanted);
            FoundCounts anyCounts = counts(any, wanted);
            boolean atOtherTimes = counts.bySpan().stream().anyMatch(count -> count > 0);
            return found(plan, wanted, any, anyCounts, atOtherTimes ? counts.bySpan() : anyCounts.bySpan());
        });
    }

    @Override
    public List<IndexedPage> best(PageQuery query, int limit) {
        return planned(query, plan -> {
            List<IndexedPage> best = best(plan.pages(true), limit);
            return best.isEmpty() ? best(plan.pages(false), limit) : best;
        });
    }

    private List<IndexedPage> best(Query pages, int limit) {
        return pages(pages, request -> request.sort(BY_RANK).size(limit));
    }

    @Override
    public List<Integer> counts(PageQuery query, List<SearchQuery.Dates> spans) {
        Wanted nothing = new Wanted(null, spans, ResultOrder.DATE, null, 0);
        return planned(query, plan -> {
            FoundCounts all = counts(search(query, plan.pages(true), nothing), nothing);
            return all.bySpan().stream().anyMatch(count -> count > 0)
                    ? all.bySpan()
                    : counts(search(query, plan.pages(false), nothing), nothing).bySpan();
        });
    }

    private <T> T planned(PageQuery query, Planned<T> search) {
        try {
            return search.with(
                    new QueryPlan(query, languages.now(), new IndexVocabulary(connection, index, query.spaces())));
        } catch (IOException e) {
            throw new UncheckedIOException("A text in memory can't be read", e);
        }
    }

    private SearchResponse<JsonObject> search(PageQuery asked, Query pages, Wanted wanted) {
        var within = LuceneQueries.of(
                wanted.within() == null
                        ? new MatchAllDocsQuery()
                        : wanted.within().changed());
        return search(pages, request -> {
            FoundCounts.ask(request, within, asked.spaces().field(), wanted.spans());
            List<FieldValue> after = after(wanted.order(), wanted.after());
            return (after.isEmpty() ? request : request.searchAfterVals(after))
                    .postFilter(within)
                    .sort(wanted.order() == ResultOrder.DATE ? BY_DATE : BY_RANK)
                    .source(source -> source.filter(only -> only.includes(FoundHits.NAMES)))
                    // One more than is shown says whether there are more.
                    .size(wanted.size() == 0 ? 0 : wanted.size() + 1);
        });
    }

    private static FoundCounts counts(SearchResponse<JsonObject> found, Wanted wanted) {
        return FoundCounts.read(found.aggregations(), wanted.spans().size());
    }

    private FoundPages found(
            QueryPlan plan, Wanted wanted, SearchResponse<JsonObject> found, FoundCounts counts, List<Integer> bySpan)
            throws IOException {
        List<Hit<JsonObject>> hits = found.hits().hits();
        boolean more = hits.size() > wanted.size();
        List<Hit<JsonObject>> shown = more ? hits.subList(0, wanted.size()) : hits;
        return new FoundPages(
                new FoundHits(connection, index, plan)
                        .of(shown.stream()
                                .map(hit -> new StoredPage(hit.source()))
                                .toList()),
                counts.total(),
                more ? cursor(wanted.order(), hits.get(wanted.size() - 1)) : null,
                counts.bySpace(),
                counts.byAuthor(),
                bySpan,
                plan.corrected());
    }

    private static List<FieldValue> after(ResultOrder order, @Nullable Cursor after) {
        if (after == null) {
            return List.of();
        }
        FieldValue rank = order == ResultOrder.DATE
                ? FieldValue.of(after.rank())
                : FieldValue.of(Float.intBitsToFloat((int) after.rank()));
        return List.of(rank, FieldValue.of(after.pageId()));
    }

    private static Cursor cursor(ResultOrder order, Hit<JsonObject> last) {
        List<FieldValue> sorted = last.sortVals();
        long rank = order == ResultOrder.DATE
                ? sorted.get(0).longValue()
                : Float.floatToIntBits((float) number(sorted.get(0)));
        return new Cursor(rank, sorted.get(1).longValue());
    }

    /** A score without a fraction is read as a whole number. */
    private static double number(FieldValue value) {
        return value.isLong() ? value.longValue() : value.doubleValue();
    }

    @Override
    public List<IndexedPage> titles(String typed, VisibleSpaces spaces, TitleBoosts boosts, int limit) {
        TitleQuery query = new TitleQuery(typed, spaces, languages.now());
        if (query.isEmpty()) {
            return List.of();
        }
        List<IndexedPage> found = titles(query.titles(false), boosts, limit);
        return found.isEmpty() ? titles(query.titles(true), boosts, limit) : found;
    }

    private List<IndexedPage> titles(Query titles, TitleBoosts boosts, int limit) {
        List<FunctionScore> factors = boosts.factors().entrySet().stream()
                .map(each -> FunctionScore.of(
                        factor -> factor.filter(LuceneQueries.of(each.getKey())).weight((double) each.getValue())))
                .toList();
        return pages(
                titles,
                request -> request.query(query -> query.functionScore(boosted -> boosted.query(LuceneQueries.of(titles))
                                .functions(factors)
                                .scoreMode(FunctionScoreMode.Multiply)
                                .boostMode(FunctionBoostMode.Multiply)))
                        .sort(BY_RANK)
                        .size(limit));
    }

    @Override
    public List<IndexedPage> changedBy(long person, VisibleSpaces spaces, int limit) {
        return pages(
                TitleQuery.changedBy(person, spaces),
                request -> request.sort(BY_DATE).size(limit));
    }

    private List<IndexedPage> pages(Query query, UnaryOperator<SearchRequest.Builder> rest) {
        return search(
                        query,
                        request -> rest.apply(
                                request.source(source -> source.filter(only -> only.includes(StoredPage.NAMES)))))
                .hits()
                .hits()
                .stream()
                .map(hit -> new StoredPage(hit.source()).page())
                .toList();
    }

    @Override
    public FoundPeople people(Collection<String> typed, VisibleSpaces spaces, int limit) {
        return PeopleSearch.pagesOf(typed, spaces)
                .map(pages -> FoundPersons.read(search(pages, request -> FoundPersons.ask(request, limit))
                        .aggregations()))
                .orElse(FoundPeople.NOBODY);
    }

    private SearchResponse<JsonObject> search(Query query, UnaryOperator<SearchRequest.Builder> rest) {
        SearchRequest request = rest.apply(new SearchRequest.Builder()
                        .index(index)
                        .query(LuceneQueries.of(query))
                        .searchType(SearchType.DfsQueryThenFetch)
                        // The copies of a shard rank a little differently, and later results must fit the first ones.
                        .preference(Integer.toHexString(query.hashCode()))
                        // Otherwise it skips pages before the cursor, which are counted, too.
                        .trackTotalHits(track -> track.enabled(true))
                        .cancelAfterTimeInterval(connection.limit())
                        .allowPartialSearchResults(false))
                .build();
        return connection.ask(client -> client.search(request, JsonObject.class));
    }

    @Override
    public void close() {
        connection.close();
    }

    /** What is done with a plan. */
    private interface Planned<T> {
        T with(QueryPlan plan) throws IOException;
    }
}
