package io.commonplace.search;

import java.nio.file.Path;
import java.util.List;

/** Adds pages and commits all the time, until its process is killed. */
final class KilledWriter {
    private KilledWriter() {}

    /** @param arguments the folder; the number of the next page */
    public static void main(String[] arguments) {
        PageIndex index = PageIndex.open(Path.of(arguments[0]));
        for (long number = Long.parseLong(arguments[1]); true; number++) {
            index.put(List.of(IndexedPages.page(number)));
            // A segment each: after ten of them there is always a merge going on.
            index.refresh();
            index.commit(new IndexState(number, true, 0, null));
            System.out.println(number);
        }
    }
}
