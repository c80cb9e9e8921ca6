package io.commonplace.search;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Looks for better values of {@link Ranking}: on every other query, and says what they are worth on the rest. */
final class RankingTuner {
    private static final float[] STEPS = {0.5f, 0.7f, 0.85f, 1.2f, 1.5f, 2};

    private final List<Corpus> corpora;
    private final List<PageIndex> indexes = new ArrayList<>();

    private RankingTuner(List<Corpus> corpora) throws Exception {
        this.corpora = corpora;
        for (Corpus corpus : corpora) {
            indexes.add(corpus.index(Files.createTempDirectory("tuning")));
        }
    }

    public static void main(String[] arguments) throws Exception {
        new RankingTuner(List.of(Corpus.sampleHandbook(), Corpus.publicHandbook())).tune();
    }

    private void tune() {
        Ranking best = Ranking.STANDARD;
        double gain = quality(best, 0);
        System.out.println(best + " " + gain + " / " + quality(best, 1));
        boolean improved = true;
        while (improved) {
            improved = false;
            for (UnaryOperator<float[]> change : changes()) {
                Ranking other = of(change.apply(values(best)));
                double reached = quality(other, 0);
                if (reached > gain + 0.0005) {
                    best = other;
                    gain = reached;
                    improved = true;
                    System.out.println(best + " " + gain + " / " + quality(best, 1));
                }
            }
        }
    }

    private static List<UnaryOperator<float[]>> changes() {
        List<UnaryOperator<float[]>> changes = new ArrayList<>();
        for (int i = 0; i < values(Ranking.STANDARD).length; i++) {
            for (float step : STEPS) {
                int index = i;
                changes.add(values -> {
                    values[index] *= step;
                    return values;
                });
            }
        }
        return changes;
    }

    private static float[] values(Ranking r) {
        return new float[] {
            r.title(),
            r.headings(),
            r.address(),
            r.phrase(),
            r.pair(),
            r.synonym(),
            r.compound(),
            r.needed(),
            r.saturation(),
            r.length()
        };
    }

    private static Ranking of(float[] v) {
        return new Ranking(v[0], v[1], v[2], v[3], v[4], v[5], v[6], Math.min(1, v[7]), v[8], Math.min(1, v[9]));
    }

    /** @param half 0 or 1 */
    private double quality(Ranking ranking, int half) {
        double sum = 0;
        for (int i = 0; i < corpora.size(); i++) {
            sum += RankingQuality.of(half(corpora.get(i).judgements(), half), Engines.product(indexes.get(i), ranking))
                    .ndcg();
        }
        return sum / corpora.size();
    }

    private static Judgements half(Judgements all, int half) {
        Map<String, Map<String, Integer>> part = new LinkedHashMap<>();
        int number = 0;
        for (var judged : all.byQuery().entrySet()) {
            if (number++ % 2 == half) {
                part.put(judged.getKey(), judged.getValue());
            }
        }
        return new Judgements(part);
    }
}
