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
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.FieldDoc;
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
    private final PageQuery asked;
    private final QueryPlan plan;

    PageSearch(StateSearcher searcher, PageQuery asked) throws IOException {
        this(searcher, asked, Ranking.STANDARD);
    }

    PageSearch(StateSearcher searcher, PageQuery asked, Ranking ranking) throws IOException {
        this.searcher = searcher;
        this.asked = asked;
        this.plan = new QueryPlan(
                asked, ranking, Languages.of(searcher.getIndexReader()), new VisiblePages(searcher, asked.spaces()));
        searcher.setSimilarity(new BM25Similarity(ranking.saturation(), ranking.length()));
    }

    FoundPages find(Wanted wanted) throws IOException {
        Matches found = matches(wanted, true);
        Matches any = found.total() > 0 ? found : matches(wanted, false);
        TopFieldDocs top = any.top();
        boolean more = top.scoreDocs.length > wanted.size();
        int[] documents = Arrays.stream(top.scoreDocs)
                .limit(wanted.size())
                .mapToInt(hit -> hit.doc)
                .toArray();
        return new FoundPages(
                hits(documents),
                any.total(),
                more ? cursor(wanted.order(), (FieldDoc) top.scoreDocs[wanted.size() - 1]) : null,
                any.bySpace(),
                any.byAuthor(),
                // A page that has all words may be one of another time.
                (found.bySpan().isAny() ? found : any).bySpan().pages(),
                plan.corrected());
    }

    private Matches matches(Wanted wanted, boolean allWords) throws IOException {
        Matches matches = new Matches(
                new TopFieldCollectorManager(sort(wanted.order()), wanted.size() + 1, after(wanted), Integer.MAX_VALUE)
                        .newCollector(),
                new ValueCounts(searcher.values(asked.spaces().field())),
                new ValueCounts(searcher.values(Fields.AUTHOR)),
                new SpanCounts(wanted.spans()));
        searcher.collect(plan.pages(allWords), matches.collector(wanted.within()));
        return matches;
    }

    /** How many pages a search finds whose last change is also in each of these spans. */
    List<Integer> counts(List<SearchQuery.Dates> spans) throws IOException {
        SpanCounts all = searcher.collect(plan.pages(true), new SpanCounts(spans));
        return (all.isAny() ? all : searcher.collect(plan.pages(false), new SpanCounts(spans))).pages();
    }

    /** The pages that fit best, without anything that shows why. */
    List<IndexedPage> best(int limit) throws IOException {
        List<IndexedPage> best = searcher.pages(searcher.search(plan.pages(true), limit, BY_RANK));
        return best.isEmpty() ? searcher.pages(searcher.search(plan.pages(false), limit, BY_RANK)) : best;
    }

    private static Sort sort(ResultOrder order) {
        return order == ResultOrder.DATE ? BY_DATE : BY_RANK;
    }

    private static @Nullable FieldDoc after(Wanted wanted) {
        Cursor after = wanted.after();
        if (after == null) {
            return null;
        }
        return new FieldDoc(Integer.MAX_VALUE, Float.NaN, new Object[] {rank(wanted.order(), after), after.pageId()});
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

    private List<Hit> hits(int[] documents) throws IOException {
        List<Hit> hits = new ArrayList<>();
        for (int begin = 0; begin < documents.length; begin += MAX_TEXTS) {
            int end = Math.min(documents.length, begin + MAX_TEXTS);
            hits.addAll(batch(Arrays.copyOfRange(documents, begin, end)));
        }
        return hits;
    }

    private List<Hit> batch(int[] documents) throws IOException {
        Map<Integer, Document> pages = read(documents, SHOWN);
        List<Snippet> snippets = snippets(Fields.BODY, documents, pages);
        Map<Integer, Snippet> ofFiles = snippetsOfFiles(documents, snippets, pages);
        List<Hit> hits = new ArrayList<>();
        for (int i = 0; i < documents.length; i++) {
            Document page = Objects.requireNonNull(pages.get(documents[i]));
            Snippet ofFile = ofFiles.get(documents[i]);
            hits.add(
                    ofFile == null
                            ? Hit.inPage(PageDocument.read(page), snippets.get(i), page.get(Fields.SECTIONS))
                            : Hit.inFile(PageDocument.read(page), ofFile, page.get(Fields.FILE_PARTS)));
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

    private List<Snippet> snippets(String field, int[] documents, Map<Integer, Document> stored) throws IOException {
        Map<Integer, String> texts = new HashMap<>();
        stored.forEach((document, fields) -> texts.put(document, Objects.requireNonNullElse(fields.get(field), "")));
        return Snippets.of(searcher, texts).of(field, plan.inField(field), documents);
    }

    /** By document, for those whose own text has no word of the query. These texts are long, so only what is needed is read. */
    private Map<Integer, Snippet> snippetsOfFiles(int[] documents, List<Snippet> ofPages, Map<Integer, Document> pages)
            throws IOException {
        int[] others = IntStream.range(0, documents.length)
                .filter(i -> plan.hasWords() && ofPages.get(i).offset() < 0)
                .map(i -> documents[i])
                .filter(document -> Objects.requireNonNull(pages.get(document)).get(Fields.FILE_PARTS) != null)
                .toArray();
        Map<Integer, Document> texts = read(others, Set.of(Fields.FILE_TEXT));
        List<Snippet> found = snippets(Fields.FILE_TEXT, others, texts);
        Map<Integer, Snippet> byDocument = new HashMap<>();
        for (int i = 0; i < others.length; i++) {
            if (found.get(i).offset() >= 0) {
                byDocument.put(others[i], found.get(i));
            }
        }
        return byDocument;
    }
}
