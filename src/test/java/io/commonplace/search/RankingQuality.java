package io.commonplace.search;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * How well an engine ranks judged queries.
 *
 * @param ndcg normalised discounted cumulative gain of the first ten results (Järvelin and Kekäläinen, 2002), with the gain
 *     2^grade - 1; from 0 to 1
 * @param reciprocalRank the mean of 1 / the place of the first result with the best grade, 0 if it isn't in the first ten
 * @param rightFirst the number of queries whose first result has the best grade
 */
record RankingQuality(double ndcg, double reciprocalRank, int rightFirst, int queries) {
    private static final int DEPTH = 10;

    /** @param engine gives the paths of the results, best first */
    static RankingQuality of(Judgements judgements, Function<String, List<String>> engine) {
        double ndcg = 0;
        double reciprocalRank = 0;
        int rightFirst = 0;
        for (var judged : judgements.byQuery().entrySet()) {
            List<String> found = engine.apply(judged.getKey());
            ndcg += ndcg(judged.getValue(), found);
            int place = firstRight(judged.getValue(), found);
            reciprocalRank += place == 0 ? 0 : 1.0 / place;
            rightFirst += place == 1 ? 1 : 0;
        }
        int queries = judgements.byQuery().size();
        return new RankingQuality(ndcg / queries, reciprocalRank / queries, rightFirst, queries);
    }

    private static double ndcg(Map<String, Integer> grades, List<String> found) {
        List<Integer> gained =
                found.stream().map(path -> grades.getOrDefault(path, 0)).toList();
        List<Integer> best =
                grades.values().stream().sorted(Comparator.reverseOrder()).toList();
        return discounted(gained) / discounted(best);
    }

    private static double discounted(List<Integer> grades) {
        double sum = 0;
        for (int i = 0; i < Math.min(DEPTH, grades.size()); i++) {
            sum += (Math.pow(2, grades.get(i)) - 1) / (Math.log(i + 2.0) / Math.log(2));
        }
        return sum;
    }

    /** The place of the first page of the best grade, from 1; 0 if there is none. */
    private static int firstRight(Map<String, Integer> grades, List<String> found) {
        int best = grades.values().stream().mapToInt(Integer::intValue).max().orElseThrow();
        for (int i = 0; i < Math.min(DEPTH, found.size()); i++) {
            if (grades.getOrDefault(found.get(i), 0) == best) {
                return i + 1;
            }
        }
        return 0;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "NDCG@10 %.3f   MRR %.3f   right page first %d of %d",
                ndcg,
                reciprocalRank,
                rightFirst,
                queries);
    }
}
