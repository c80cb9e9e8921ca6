package io.commonplace.search;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Prints how well the search ranks; with an argument, also each query whose right page isn't first. */
final class SearchBench {
    private SearchBench() {}

    public static void main(String[] arguments) throws Exception {
        for (Corpus corpus : List.of(Corpus.sampleHandbook(), Corpus.publicHandbook())) {
            Path folder = Files.createTempDirectory("search-bench");
            try (PageIndex index = corpus.index(folder)) {
                System.out.println(corpus.name() + ", " + corpus.pages().size() + " pages");
                System.out.println("  product     " + RankingQuality.of(corpus.judgements(), Engines.product(index)));
                System.out.println("  plain BM25  " + RankingQuality.of(corpus.judgements(), Engines.plainBm25(index)));
                if (arguments.length > 0) {
                    printMisses(corpus, Engines.product(index));
                }
            }
        }
    }

    private static void printMisses(Corpus corpus, Function<String, List<String>> engine) {
        for (Map.Entry<String, Map<String, Integer>> judged :
                corpus.judgements().byQuery().entrySet()) {
            List<String> found = engine.apply(judged.getKey());
            if (found.isEmpty() || judged.getValue().getOrDefault(found.get(0), 0) < 3) {
                System.out.println("    " + judged.getKey() + " -> " + found.stream().limit(3).toList() + " wanted "
                        + judged.getValue());
            }
        }
    }
}
