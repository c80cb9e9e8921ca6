package io.commonplace.search;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Generated pages as SQL, for a benchmark's database: a hundred pages at the top, and the others below these. It writes the rows
 * that an import would leave, in a hundredth of the time.
 */
final class GeneratedRows {
    private static final int AT_THE_TOP = 100;
    private static final int BATCH = 200;

    private GeneratedRows() {}

    /** @param arguments the space's identifier, after which those of the pages follow; and how many pages */
    public static void main(String[] arguments) {
        long space = Long.parseLong(arguments[0]);
        int pages = Integer.parseInt(arguments[1]);
        GeneratedPages generated = new GeneratedPages(Corpus.publicHandbook());
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        out.println("set autocommit = 0;");
        for (int first = 1; first <= pages; first += BATCH) {
            List<String> rows = new ArrayList<>();
            List<String> documents = new ArrayList<>();
            for (int number = first; number < first + BATCH && number <= pages; number++) {
                PageContent page = generated.page(number);
                rows.add(page(space, number, page));
                documents.add("(%d, %1$d, 1, %s, '', 0)".formatted(space + number, quoted(page.html())));
            }
            insert(
                    out,
                    "page (id, space_id, parent_id, path, title, source_path, document_id, revision_number, changed_by,"
                            + " changed_by_name, changed_at, version)",
                    rows);
            insert(out, "document (id, page_id, revision_number, html, outline, has_code)", documents);
            out.println("commit;");
        }
        out.println("analyze table page;");
        out.flush();
    }

    private static String page(long space, int number, PageContent page) {
        int top = number <= AT_THE_TOP ? number : 1 + number % AT_THE_TOP;
        boolean isAtTop = number == top;
        return "(%d, %d, %s, %s, %s, '', %1$d, 1, 0, %s, from_unixtime(%d), 1)"
                .formatted(
                        space + number,
                        space,
                        isAtTop ? "null" : Long.toString(space + top),
                        quoted(isAtTop ? "area-" + top : "area-" + top + "/page-" + number),
                        quoted(page.title()),
                        quoted(page.changedByName()),
                        page.changedAt().getEpochSecond());
    }

    private static void insert(PrintStream out, String table, List<String> rows) {
        out.println("insert into " + table + " values " + String.join(",\n", rows) + ";");
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "''") + "'";
    }
}
