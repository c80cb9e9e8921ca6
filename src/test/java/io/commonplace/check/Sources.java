package io.commonplace.check;

import io.commonplace.outside.Cluster;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where what was read came from, by the clones' own figures. Asked for again and again, because a clone that dies forgets
 * what it has counted.
 */
final class Sources implements Runnable {
    private static final Duration EVERY = Duration.ofSeconds(3);
    private static final Pattern LINE = Pattern.compile(
            "^commonplace_(reads|cache_hits|cache_misses|cache_passed_by)_total\\{(.*)} ([0-9.E+]+)$",
            Pattern.MULTILINE);
    private static final Pattern NAME = Pattern.compile("(?:from|region)=\"(\\w+)\"");

    private final Session session = new Session();
    private final Map<String, Double> last = new HashMap<>();
    private final Map<String, Double> sums = new HashMap<>();

    @Override
    public void run() {
        do {
            ask();
        } while (Patience.sleep(EVERY));
    }

    synchronized void ask() {
        for (String clone : Cluster.CLONES) {
            Reply reply = session.get(Cluster.urlOf(clone), "/metrics", Duration.ofSeconds(2));
            Matcher lines = LINE.matcher(reply.status() == 200 ? reply.body() : "");
            while (lines.find()) {
                Matcher name = NAME.matcher(lines.group(2));
                if (name.find()) {
                    add(clone, lines.group(1) + " " + name.group(1), Double.parseDouble(lines.group(3)));
                }
            }
        }
    }

    private void add(String clone, String figure, double value) {
        Double before = last.put(clone + " " + figure, value);
        if (before != null) {
            sums.merge(figure, value >= before ? value - before : value, Double::sum);
        }
    }

    /** How many page heads were looked up, and what share the clones' own memory had. */
    synchronized String describe() {
        double hits = sum("cache_hits pages");
        double misses = sum("cache_misses pages") + sum("cache_passed_by pages");
        double replica = sum("reads replica");
        double primary = sum("reads primary");
        double fromDatabase = 100 * misses / Math.max(1, hits + misses);
        double replicaShare = 100 * replica / Math.max(1, replica + primary);
        return ("pages looked up %.0f times in the clones' memory, %.1f %% found there, %.1f %% read for it;"
                        + " of all reads from databases, those past the memory included, %.1f %% from a replica (%.0f), %.1f %% from the primary (%.0f)")
                .formatted(
                        hits + misses,
                        100 - fromDatabase,
                        fromDatabase,
                        replicaShare,
                        replica,
                        100 - replicaShare,
                        primary);
    }

    private double sum(String figure) {
        return sums.getOrDefault(figure, 0.0);
    }
}
