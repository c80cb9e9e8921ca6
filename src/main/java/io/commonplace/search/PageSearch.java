package io.commonplace.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.LongField;
import org.apache.lucene.facet.FacetResult;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.facet.LabelAndValue;
import org.apache.lucene.facet.StringValueFacetCounts;
import org.apache.lucene.facet.range.LongRange;
import org.apache.lucene.facet.range.LongRangeFacetCounts;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.MultiCollectorManager;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.jspecify.annotations.Nullable;

/** One search in one state of the index. */
final class PageSearch {
    private static final Sort BY_RANK = new Sort(SortField.FIELD_SCORE, new SortField(Fields.ID, SortField.Type.LONG));
    static final Sort BY_DATE = new Sort(
            LongField.newSortField(Fields.CHANGED, true, SortedNumericSelector.Type.MAX),
            new SortField(Fields.ID, SortField.Type.LONG));

    private static final int MAX_FACETS = 20;

    /** Texts in memory at once. */
    private static final int MAX_TEXTS = 10;

    private static final Set<String> SHOWN = Set.of(
            Fields.ID,
            Fields.SPACE,
            Fields.DELETED_IN,
            Fields.PATH,
            Fields.TITLE,
            Fields.BODY,
            Fields.AUTHOR,
            Fields.CHANGED,
            Fields.SECTIONS,
            Fields.FILE_PARTS);

    private final StateSearcher searcher;
    private final VisibleSpaces spaces;
    private final Ranking ranking;
    private final Languages languages;
    private final Alternatives alternatives;

    PageSearch(StateSearcher searcher, VisibleSpaces spaces) throws IOException {
        this(searcher, spaces, Ranking.STANDARD, Synonyms.STANDARD);
    }

    PageSearch(StateSearcher searcher, VisibleSpaces spaces, Ranking ranking, Synonyms synonyms) throws IOException {
        this.searcher = searcher;
        this.spaces = spaces;
        this.ranking = ranking;
        this.languages = Languages.of(searcher.getIndexReader());
        this.alternatives = new Alternatives(new VisiblePages(searcher, spaces), ranking, synonyms, languages);
        searcher.setSimilarity(new BM25Similarity(ranking.saturation(), ranking.length()));
    }

    Found find(SearchQuery query, ResultOrder order, @Nullable Cursor after, int size) throws IOException {
        RankedQuery ranked = ranked(query);
        Found found = find(query, ranked, true, new Wanted(order, after, size));
        return found.total() > 0 ? found : find(query, ranked, false, new Wanted(order, after, size));
    }

    /** How many pages a search finds whose last change is also in each of these spans. */
    List<Integer> counts(SearchQuery query, List<SearchQuery.Dates> spans) throws IOException {
        RankedQuery ranked = ranked(query);
        List<Integer> counts = counts(query, ranked.query(true), spans);
        return counts.stream().anyMatch(count -> count > 0) ? counts : counts(query, ranked.query(false), spans);
    }

    private RankedQuery ranked(SearchQuery query) throws IOException {
        return new RankedQuery(String.join(" ", query.words()), ranking, alternatives, languages);
    }

    private List<Integer> counts(SearchQuery query, Query ranked, List<SearchQuery.Dates> spans) throws IOException {
        FacetsCollector matches = searcher.search(filtered(query, ranked), new FacetsCollectorManager());
        LongRange[] ranges = spans.stream().map(QueryFilters::seconds).toArray(LongRange[]::new);
        FacetResult counted = new LongRangeFacetCounts(Fields.CHANGED, matches, ranges).getAllChildren(Fields.CHANGED);
        return Arrays.stream(counted.labelValues)
                .map(span -> span.value.intValue())
                .toList();
    }

    /** What the person probably wanted to type; empty if the words are fine. */
    String corrected(SearchQuery query) throws IOException {
        return new Spelling(new VisiblePages(searcher, spaces), alternatives).corrected(query.words());
    }

    private Found find(SearchQuery query, RankedQuery ranked, boolean allWords, Wanted wanted) throws IOException {
        Query filtered = filtered(query, ranked.query(allWords));
        Object[] collected = searcher.search(
                filtered,
                new MultiCollectorManager(
                        new TopFieldCollectorManager(
                                sort(wanted.order), wanted.size + 1, after(wanted), Integer.MAX_VALUE),
                        new FacetsCollectorManager()));
        TopFieldDocs top = (TopFieldDocs) collected[0];
        FacetsCollector matches = (FacetsCollector) collected[1];
        boolean more = top.scoreDocs.length > wanted.size;
        int[] documents = Arrays.stream(top.scoreDocs)
                .limit(wanted.size)
                .mapToInt(hit -> hit.doc)
                .toArray();
        List<Hit> hits = hits(documents, ranked);
        @Nullable Cursor next = more ? cursor(wanted.order, (FieldDoc) top.scoreDocs[wanted.size - 1]) : null;
        return new Found(
                hits, top.totalHits.value, next, counts(spaces.field(), matches), counts(Fields.AUTHOR, matches));
    }

    private Query filtered(SearchQuery query, Query ranked) {
        BooleanQuery.Builder all = new BooleanQuery.Builder().add(ranked, Occur.MUST);
        all.add(spaces.pages(), Occur.FILTER);
        QueryFilters filters = new QueryFilters(all, spaces, languages);
        query.clauses().forEach(filters::add);
        query.dates().forEach(filters::add);
        return all.build();
    }

    private static Sort sort(ResultOrder order) {
        return order == ResultOrder.DATE ? BY_DATE : BY_RANK;
    }

    private static @Nullable FieldDoc after(Wanted wanted) {
        Cursor after = wanted.after;
        if (after == null) {
            return null;
        }
        return new FieldDoc(Integer.MAX_VALUE, Float.NaN, new Object[] {rank(wanted.order, after), after.pageId()});
    }

    private static Object rank(ResultOrder order, Cursor after) {
        if (order == ResultOrder.DATE) {
            return after.rank();
        }
        return Float.intBitsToFloat((int) after.rank());
    }

    private static Cursor cursor(ResultOrder order, FieldDoc last) {
        long rank = order == ResultOrder.DATE ? (Long) last.fields[0] : Float.floatToIntBits((Float) last.fields[0]);
        return new Cursor(rank, (Long) last.fields[1]);
    }

    private List<Hit> hits(int[] documents, RankedQuery ranked) throws IOException {
        List<Hit> hits = new ArrayList<>();
        for (int begin = 0; begin < documents.length; begin += MAX_TEXTS) {
            int end = Math.min(documents.length, begin + MAX_TEXTS);
            hits.addAll(batch(Arrays.copyOfRange(documents, begin, end), ranked));
        }
        return hits;
    }

    private List<Hit> batch(int[] documents, RankedQuery ranked) throws IOException {
        Map<Integer, Document> pages = read(documents, SHOWN);
        List<Snippet> snippets = snippets(Fields.BODY, documents, pages, ranked);
        Map<Integer, Snippet> ofFiles = snippetsOfFiles(documents, snippets, ranked);
        List<Hit> hits = new ArrayList<>();
        for (int i = 0; i < documents.length; i++) {
            Document page = Objects.requireNonNull(pages.get(documents[i]));
            Snippet ofFile = ofFiles.get(documents[i]);
            hits.add(ofFile == null ? inPage(page, snippets.get(i)) : inFile(page, ofFile));
        }
        return hits;
    }

    private Map<Integer, Document> read(int[] documents, Set<String> fields) throws IOException {
        StoredFields stored = searcher.storedFields();
        Map<Integer, Document> read = new HashMap<>();
        for (int document : documents) {
            read.put(document, stored.document(document, fields));
        }
        return read;
    }

    private List<Snippet> snippets(String field, int[] documents, Map<Integer, Document> stored, RankedQuery ranked)
            throws IOException {
        Map<Integer, String> texts = new HashMap<>();
        stored.forEach((document, fields) -> texts.put(document, Objects.requireNonNullElse(fields.get(field), "")));
        return Snippets.of(searcher, texts).of(field, ranked.inField(field), documents);
    }

    /** By document, for those whose own text has no word of the query. */
    private Map<Integer, Snippet> snippetsOfFiles(int[] documents, List<Snippet> ofPages, RankedQuery ranked)
            throws IOException {
        int[] others = IntStream.range(0, documents.length)
                .filter(i -> ofPages.get(i).offset() < 0)
                .map(i -> documents[i])
                .toArray();
        Map<Integer, Document> texts = read(others, Set.of(Fields.FILE_TEXT));
        List<Snippet> found = snippets(Fields.FILE_TEXT, others, texts, ranked);
        Map<Integer, Snippet> byDocument = new HashMap<>();
        for (int i = 0; i < others.length; i++) {
            if (found.get(i).offset() >= 0) {
                byDocument.put(others[i], found.get(i));
            }
        }
        return byDocument;
    }

    private static Hit inPage(Document document, Snippet snippet) {
        Hit.@Nullable Section section = section(PageDocument.sections(document), snippet.offset());
        return new Hit(PageDocument.read(document), snippet, section, null);
    }

    private static Hit inFile(Document document, Snippet snippet) {
        Hit.@Nullable File file = FilesText.fileAt(document.get(Fields.FILE_PARTS), snippet.offset());
        return new Hit(PageDocument.read(document), snippet, null, file);
    }

    /** The last section that begins before the offset. */
    private static Hit.@Nullable Section section(List<PlainText.Section> sections, int offset) {
        Hit.@Nullable Section found = null;
        for (PlainText.Section section : sections) {
            if (section.offset() <= offset) {
                found = new Hit.Section(section.anchor(), section.heading());
            }
        }
        return found;
    }

    private List<FacetCount> counts(String field, FacetsCollector matches) throws IOException {
        FacetResult counted =
                new StringValueFacetCounts(searcher.values(field), matches).getTopChildren(MAX_FACETS, field);
        List<FacetCount> counts = new ArrayList<>();
        if (counted != null) {
            for (LabelAndValue value : counted.labelValues) {
                counts.add(new FacetCount(value.label, value.value.intValue()));
            }
        }
        return counts;
    }

    private record Wanted(ResultOrder order, @Nullable Cursor after, int size) {}

    /** @param next for the page of results after this one; null for the last one */
    record Found(
            List<Hit> hits, long total, @Nullable Cursor next, List<FacetCount> bySpace, List<FacetCount> byAuthor) {}
}
