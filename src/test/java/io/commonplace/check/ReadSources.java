package io.commonplace.check;

import io.commonplace.outside.Cluster;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The sources of reads, by the clones' own metrics. They are polled repeatedly, because a clone that dies loses its
 * counters.
 */
final class ReadSources implements Runnable {
    private static final Duration INTERVAL = Duration.ofSeconds(3);
    private static final Pattern LINE = Pattern.compile(
            "^commonplace_(reads|cache_hits|cache_misses|cache_bypassed)_total\\{(.*)} ([0-9.E+]+)$",
            Pattern.MULTILINE);
    private static final Pattern NAME = Pattern.compile("(?:from|region)=\"(\\w+)\"");

    private final Session session = new Session();
    private final Map<String, Double> last = new HashMap<>();
    private final Map<String, Double> sums = new HashMap<>();

    @Override
    public void run() {
        do {
            poll();
        } while (Waiting.sleep(INTERVAL));
    }

    synchronized void poll() {
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

    private void add(String clone, String counter, double value) {
        Double before = last.put(clone + " " + counter, value);
        if (before != null) {
            sums.merge(counter, value >= before ? value - before : value, Double::sum);
        }
    }

    /** The number of page lookups, with the share served from the clones' caches. */
    synchronized String describe() {
        double hits = sum("cache_hits pages");
        double misses = sum("cache_misses pages") + sum("cache_bypassed pages");
        double replica = sum("reads replica");
        double primary = sum("reads primary");
        double fromDatabase = 100 * misses / Math.max(1, hits + misses);
        double replicaShare = 100 * replica / Math.max(1, replica + primary);
        return ("pages looked up %.0f times in the clones' caches, %.1f %% hits, %.1f %% loaded;"
                        + " of all database reads, cached or not, %.1f %% from a replica (%.0f), %.1f %% from the primary (%.0f)")
                .formatted(
                        hits + misses,
                        100 - fromDatabase,
                        fromDatabase,
                        replicaShare,
                        replica,
                        100 - replicaShare,
                        primary);
    }

    private double sum(String counter) {
        return sums.getOrDefault(counter, 0.0);
    }
}
