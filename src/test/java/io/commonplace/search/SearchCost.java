package io.commonplace.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/** What indexing and searching cost one thread, without a web server: CPU time, which is stable on a busy machine. */
final class SearchCost {
    private static final int BATCH = 200;
    private static final int ROUNDS = 4;

    /** The letters that somebody has typed when the suggestion comes. */
    private static final int TYPED = 5;

    private final PageIndex index;
    private final List<String> queries;

    private SearchCost(PageIndex index, List<String> queries) {
        this.index = index;
        this.queries = queries;
    }

    /** Prints the measurements for so many generated pages. @param folder an empty one */
    static void print(Path folder, Corpus corpus, int pages) {
        GeneratedPages generated = new GeneratedPages(corpus);
        try (PageIndex index = PageIndex.open(folder.resolve("index"))) {
            long building = 0;
            List<PageContent> batch = new ArrayList<>();
            for (int number = 1; number <= pages; number++) {
                batch.add(generated.page(number));
                if (batch.size() == BATCH || number == pages) {
                    long before = cpu();
                    index.put(batch);
                    building += cpu() - before;
                    batch.clear();
                }
            }
            index.commit(new IndexState(0, true, 0, null));
            index.refresh();
            System.out.printf(
                    Locale.ROOT,
                    "%,d generated pages: %,.0f pages indexed a CPU second, %,d MB on disk%n",
                    pages,
                    pages * 1e9 / building,
                    index.bytes() >> 20);
            printCopy(index, folder.resolve("copy"), building);
            new SearchCost(index, List.copyOf(corpus.judgements().byQuery().keySet())).printSearches();
            System.out.printf(
                    Locale.ROOT,
                    "  memory: %,d MB of heap in use after garbage collection, with the index open and used%n",
                    usedHeap() >> 20);
        }
    }

    /** What another clone needs instead of building; without the network between them. */
    private static void printCopy(PageIndex index, Path folder, long building) {
        try (IndexSnapshot snapshot = index.snapshot()) {
            long before = cpu();
            new SnapshotCopy(snapshot.files(), snapshot, System::nanoTime)
                    .into(Files.createDirectory(folder), done -> {});
            System.out.printf(
                    Locale.ROOT,
                    "  copying it to another clone takes 1/%,.0f of the CPU time of building it%n",
                    (double) building / (cpu() - before));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void printSearches() {
        Function<String, List<String>> search = Engines.product(index.searches());
        print("a search", query -> search.apply(query).size());
        print(
                "a suggestion",
                query -> Engines.suggest(index.searches(), query.substring(0, Math.min(query.length(), TYPED)))
                        .size());
    }

    private void print(String what, ToIntFunction<String> work) {
        int warmUp = queries.stream().mapToInt(work).sum();
        long[] times = new long[ROUNDS * queries.size()];
        int at = 0;
        long results = warmUp;
        for (int round = 0; round < ROUNDS; round++) {
            for (String query : queries) {
                long before = cpu();
                results += work.applyAsInt(query);
                times[at++] = cpu() - before;
            }
        }
        Arrays.sort(times);
        System.out.printf(
                Locale.ROOT,
                "  %-13s CPU ms: mean %.2f, median %.2f, 99th percentile %.2f; %,d results%n",
                what,
                Arrays.stream(times).average().orElseThrow() / 1e6,
                times[times.length / 2] / 1e6,
                times[times.length * 99 / 100] / 1e6,
                results);
    }

    /** Bytes, without garbage. */
    private static long usedHeap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
