package io.commonplace.search;

import io.commonplace.attachments.text.TextOfFile;
import io.commonplace.pages.SpaceHead;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An index with a few pages, and searches in it. */
final class SearchedPages implements AutoCloseable {
    static final long OPEN = 1;
    static final long PRIVATE = 2;

    private final SearchIndex index;
    private long lastId;

    SearchedPages(SearchIndex index) {
        this.index = index;
    }

    /** @return the page's identifier */
    long add(long space, String title, String html) {
        return add(space, title, html, "Ada", "2026-11-01T08:00:00Z");
    }

    long add(long space, String title, String html, String author, String changedAt) {
        long id = ++lastId;
        String path = title.toLowerCase(java.util.Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-");
        put(new PageContent(id, 1, space, path, title, person(author), author, Instant.parse(changedAt), html, ""));
        return id;
    }

    /** A page in a space with this language, and the text of a file. */
    void addIn(String language, String title, String html, String text) {
        List<TextOfFile> texts = text.isEmpty() ? List.of() : List.of(new TextOfFile("file.txt", "/file.txt", text));
        put(new PageContent(
                ++lastId, 1, OPEN, "in-" + language, title, 1, "Ada", Instant.EPOCH, html, language, List.of(), texts));
    }

    void delete(long id, long space, String title, String html) {
        PageContent page = new PageContent(
                id, 1, space, "deleted", title, person("Eve"), "Eve", Instant.parse("2026-11-20T08:00:00Z"), html, "");
        put(page.inTrash());
    }

    private void put(PageContent page) {
        index.put(List.of(page));
        index.refresh();
    }

    void addWithFile(long space, String title, String html, String file) {
        add(space, title, html, file, List.of());
    }

    void addWithTexts(long space, String title, List<TextOfFile> texts) {
        add(space, title, "", "files", texts);
    }

    /** @param text inside the file */
    void addWithText(long space, String title, String html, String file, String text) {
        TextOfFile another = new TextOfFile("another.txt", "/files/another.txt", "Something else");
        add(space, title, html, file, List.of(another, new TextOfFile(file, "/files/" + file, text)));
    }

    private void add(long space, String title, String html, String file, List<TextOfFile> texts) {
        long ada = person("Ada");
        put(new PageContent(
                ++lastId, 1, space, "with-file", title, ada, "Ada", Instant.EPOCH, html, "", List.of(file), texts));
    }

    /** One identifier for each name. */
    static long person(String name) {
        return name.hashCode();
    }

    void remove(long id) {
        index.remove(List.of(id));
        index.refresh();
    }

    List<String> titles(String query) {
        return titles(query, ResultOrder.RELEVANCE, OPEN);
    }

    List<String> titles(String query, SynonymText synonyms) {
        PageQuery asked = new PageQuery(QueryText.parse(query), spaces(OPEN), Synonyms.of(synonyms));
        return index.searches().find(asked, wanted(ResultOrder.RELEVANCE, null, 50)).hits().stream()
                .map(hit -> hit.page().title())
                .toList();
    }

    List<String> titles(String query, ResultOrder order, long... visible) {
        return find(query, order, null, 50, visible).hits().stream()
                .map(hit -> hit.page().title())
                .toList();
    }

    FoundPages find(String query, ResultOrder order, @Nullable Cursor after, int size, long... visible) {
        return index.searches().find(asked(query, spaces(visible)), wanted(order, after, size));
    }

    List<String> best(String query, int limit, long... visible) {
        return index.searches().best(asked(query, spaces(visible)), limit).stream()
                .map(IndexedPage::title)
                .toList();
    }

    private static PageQuery asked(String query, VisibleSpaces spaces) {
        return new PageQuery(QueryText.parse(query), spaces, Synonyms.STANDARD);
    }

    private static Wanted wanted(ResultOrder order, @Nullable Cursor after, int size) {
        return new Wanted(order, after, size);
    }

    List<String> suggestions(String typed, long... visible) {
        return suggestions(typed, new TitleBoosts(0, null, Instant.MAX), visible);
    }

    List<String> suggestions(String typed, TitleBoosts boosts, long... visible) {
        return index.searches().titles(typed, spaces(visible), boosts, 8).stream()
                .map(IndexedPage::title)
                .toList();
    }

    List<String> changedBy(String name, long... visible) {
        return index.searches().changedBy(person(name), spaces(visible), 8).stream()
                .map(IndexedPage::title)
                .toList();
    }

    FoundPeople people(String typed, long... visible) {
        return index.searches().people(List.of(typed), spaces(visible), 2);
    }

    List<Integer> counts(String query, List<SearchQuery.Dates> spans, long... visible) {
        return index.searches().counts(asked(query, spaces(visible)), spans);
    }

    FoundPages findDeleted(String query, long... restorable) {
        VisibleSpaces trash = VisibleSpaces.trash(spaces(restorable).byId().values());
        return index.searches().find(asked(query, trash), wanted(ResultOrder.DATE, null, 50));
    }

    long size() {
        return index.size(Rebuild.ALL_SPACES);
    }

    String corrected(String query, long... visible) {
        return find(query, ResultOrder.RELEVANCE, null, 1, visible).corrected();
    }

    private static VisibleSpaces spaces(long... ids) {
        List<SpaceHead> spaces = new ArrayList<>();
        for (long id : ids) {
            spaces.add(new SpaceHead(id, "space-" + id, "Space " + id, "", 1));
        }
        return VisibleSpaces.of(spaces);
    }

    @Override
    public void close() throws IOException {
        index.close();
    }
}
