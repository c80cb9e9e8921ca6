package io.commonplace.search;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Prints how well the search ranks and what it costs. {@code ./commonplace bench search} calls it. */
final class SearchBench {
    private SearchBench() {}

    /** @param arguments {@code misses}: each query whose right page isn't first; or how many pages to generate */
    public static void main(String[] arguments) throws Exception {
        String argument = arguments.length > 0 ? arguments[0] : "10000";
        for (Corpus corpus : List.of(Corpus.sampleHandbook(), Corpus.publicHandbook())) {
            rank(corpus, argument.equals("misses"));
        }
        if (!argument.equals("misses")) {
            SearchCost.print(folder(), Corpus.publicHandbook(), Integer.parseInt(argument));
        }
    }

    private static void rank(Corpus corpus, boolean withMisses) throws Exception {
        try (PageIndex index = corpus.index(folder())) {
            System.out.println(corpus.name() + ", " + corpus.pages().size() + " pages");
            print("product", corpus, Engines.product(index));
            print("plain BM25", corpus, Engines.plainBm25(index));
            if (withMisses) {
                printMisses(corpus, Engines.product(index));
            }
        }
    }

    private static void print(String name, Corpus corpus, Function<String, List<String>> engine) {
        System.out.printf("  %-11s %s%n", name, RankingQuality.of(corpus.judgements(), engine));
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
