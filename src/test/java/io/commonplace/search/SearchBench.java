package io.commonplace.search;

import io.commonplace.servers.FullTextDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Prints how well the search ranks and what it costs. {@code ./commonplace bench search} calls it. */
final class SearchBench {
    private static final int DEPTH = 10;

    /** Of the title, where that of the text is 1. The best one for each corpus is printed, which flatters the database. */
    private static final List<Double> WEIGHTS = List.of(0.5, 1.0, 2.0, 3.0, 5.0);

    private SearchBench() {}

    /** @param arguments {@code misses}: each query whose right page isn't first; or how many pages to generate */
    public static void main(String[] arguments) throws Exception {
        String argument = arguments.length > 0 ? arguments[0] : "10000";
        if (argument.equals("misses")) {
            for (Corpus corpus : corpora()) {
                printMisses(corpus);
            }
            return;
        }
        List<FullTextDatabase> databases = FullTextDatabase.all();
        try {
            for (Corpus corpus : corpora()) {
                rank(corpus, databases);
            }
        } finally {
            databases.forEach(FullTextDatabase::close);
        }
        SearchCost.print(folder(), Corpus.publicHandbook(), Integer.parseInt(argument));
    }

    private static List<Corpus> corpora() {
        return List.of(Corpus.sampleHandbook(), Corpus.publicHandbook());
    }

    private static void rank(Corpus corpus, List<FullTextDatabase> databases) throws Exception {
        try (PageIndex index = corpus.index(folder())) {
            System.out.println(corpus.name() + ", " + corpus.pages().size() + " pages");
            print("product", quality(corpus, Engines.product(index.searches())));
            print("plain BM25 on the text", quality(corpus, Engines.plainBm25(index)));
        }
        for (FullTextDatabase database : databases) {
            database.fill(texts(corpus));
            String name = database.name() + " full-text";
            print(name, quality(corpus, query -> database.find(query, DEPTH)));
            Map.Entry<Double, RankingQuality> best = best(corpus, database);
            print(name + ", title × " + best.getKey(), best.getValue());
        }
    }

    private static List<FullTextDatabase.Text> texts(Corpus corpus) {
        return corpus.pages().stream()
                .map(page -> new FullTextDatabase.Text(
                        page.path(), page.title(), PlainText.of(page.html()).text()))
                .toList();
    }

    private static Map.Entry<Double, RankingQuality> best(Corpus corpus, FullTextDatabase database) {
        return WEIGHTS.stream()
                .map(weight -> Map.entry(weight, quality(corpus, query -> database.find(query, weight, DEPTH))))
                .max(Comparator.comparingDouble(each -> each.getValue().ndcg()))
                .orElseThrow();
    }

    private static RankingQuality quality(Corpus corpus, Function<String, List<String>> engine) {
        return RankingQuality.of(corpus.judgements(), engine);
    }

    private static void print(String name, RankingQuality quality) {
        System.out.printf("  %-38s %s%n", name, quality);
    }

    private static void printMisses(Corpus corpus) throws Exception {
        try (PageIndex index = corpus.index(folder())) {
            System.out.println(corpus.name());
            printMisses(corpus, Engines.product(index.searches()));
        }
    }

    private static void printMisses(Corpus corpus, Function<String, List<String>> engine) {
        for (Map.Entry<String, Map<String, Integer>> judged :
                corpus.judgements().byQuery().entrySet()) {
            List<String> found = engine.apply(judged.getKey());
            if (found.isEmpty() || judged.getValue().getOrDefault(found.get(0), 0) < 3) {
                System.out.println("    " + judged.getKey() + " -> "
                        + found.stream().limit(3).toList() + " wanted " + judged.getValue());
            }
        }
    }

    private static Path folder() throws Exception {
        Path folder = Files.createTempDirectory("search-bench");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
        return folder;
    }

    private static void delete(Path folder) {
        try {
            org.apache.lucene.util.IOUtils.rm(folder);
        } catch (java.io.IOException e) {
            System.err.println("Not deleted: " + folder);
        }
    }
}
