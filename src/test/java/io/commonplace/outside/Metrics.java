package io.commonplace.outside;

import java.net.CookieManager;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The metrics of a clone, read directly because the load balancer blocks {@code /metrics}: values by name and labels. */
record Metrics(Map<String, Double> values) {
    private static final Pattern LINE = Pattern.compile("^(\\w+)(?:\\{(.*)})? (\\S+)$", Pattern.MULTILINE);
    private static final Pattern SCOPE = Pattern.compile("mp_scope=\"\\w+\",?");

    static Metrics of(String clone) {
        return at(Cluster.urlOf(clone));
    }

    /** @param url of a clone, of any cluster */
    static Metrics at(String url) {
        String text = Http.send(
                        Http.client(new CookieManager()),
                        Http.request(URI.create(url + "/metrics")).build())
                .body();
        Map<String, Double> values = new TreeMap<>();
        Matcher line = LINE.matcher(text);
        while (line.find()) {
            values.put(line.group(1) + "{" + labels(line.group(2)) + "}", Double.parseDouble(line.group(3)));
        }
        return new Metrics(values);
    }

    Set<String> names() {
        Set<String> names = new TreeSet<>();
        values.keySet().forEach(key -> names.add(key.substring(0, key.indexOf('{'))));
        return names;
    }

    /** @param key a name with its labels, sorted by name: {@code reads{from="replica"}} */
    double value(String key) {
        Double value = values.get("commonplace_" + key);
        if (value == null) {
            throw new IllegalStateException("No figure " + key + " among " + values.keySet());
        }
        return value;
    }

    private static String labels(String all) {
        return all == null
                ? ""
                : String.join(
                                ",",
                                new TreeSet<>(java.util.List.of(
                                        SCOPE.matcher(all).replaceAll("").split(","))))
                        .replaceFirst("^,", "");
    }
}
