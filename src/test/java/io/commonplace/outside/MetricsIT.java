package io.commonplace.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.commonplace.monitoring.Monitoring;
import java.net.CookieManager;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MetricsIT {
    private static final String CLONE = Cluster.CLONES.get(0);

    /** Values that are refreshed in the background are there at the second read. */
    private static final Duration SOON = Duration.ofSeconds(25);

    @Test
    void allMetricsOfTheAlertsAndTheDashboardExist() {
        assertThat(Metrics.of(CLONE).names()).containsAll(Monitoring.metrics());
    }

    @Test
    void theHandbookExplainsExactlyTheExistingMetrics() {
        Set<String> told = Metrics.of(CLONE).names().stream()
                .filter(name -> name.startsWith("commonplace_"))
                .map(name -> name.replaceFirst("_seconds_(bucket|count|sum)$", "_seconds"))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(Monitoring.explained()).isEqualTo(told);
    }

    @Test
    void requestsAreCountedAndTimedByKind() {
        Metrics before = Metrics.of(CLONE);

        for (int i = 0; i < 10; i++) {
            assertThat(get("/login")).isEqualTo(200);
        }

        Metrics after = Metrics.of(CLONE);
        assertThat(grown(before, after, "requests_total{kind=\"sign-in\",status=\"2xx\"}"))
                .isEqualTo(10);
        assertThat(grown(before, after, "request_seconds_count{kind=\"sign-in\"}"))
                .isEqualTo(10);
        assertThat(grown(before, after, "request_seconds_bucket{kind=\"sign-in\",le=\"+Inf\"}"))
                .isEqualTo(10);
        assertThat(grown(before, after, "request_seconds_sum{kind=\"sign-in\"}"))
                .isPositive();
        assertThat(after.value("request_seconds_bucket{kind=\"sign-in\",le=\"0.1\"}"))
                .isLessThanOrEqualTo(after.value("request_seconds_bucket{kind=\"sign-in\",le=\"1.0\"}"))
                .isLessThanOrEqualTo(after.value("request_seconds_bucket{kind=\"sign-in\",le=\"+Inf\"}"));
    }

    @Test
    void refusedRequestsAreCountedByStatus() {
        Metrics before = Metrics.of(CLONE);

        assertThat(get("/s/handbook")).isEqualTo(302);

        assertThat(grown(before, Metrics.of(CLONE), "requests_total{kind=\"view\",status=\"3xx\"}"))
                .isEqualTo(1);
    }

    @Test
    void databasesPoolsAndBrokerHaveMetrics() {
        await().atMost(SOON)
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> Metrics.of(CLONE).value("broker_up{}") == 1);
        Metrics metrics = Metrics.of(CLONE);

        assertThat(metrics.value("database_primary{server=\"" + Cluster.primary() + "\"}"))
                .isEqualTo(1);
        assertThat(metrics.value("database_lag_seconds{server=\"" + Cluster.replica() + "\"}"))
                .isBetween(0.0, 60.0);
        assertThat(metrics.value("database_up{server=\"database-4\"}")).isNaN();
        assertThat(metrics.value("connections_max{pool=\"rw\"}")).isEqualTo(16);
        assertThat(metrics.value("connections{pool=\"rw\",state=\"active\"}")
                        + metrics.value("connections{pool=\"rw\",state=\"idle\"}"))
                .isPositive();
        assertThat(metrics.value("connections{pool=\"read-database-1\",state=\"idle\"}"))
                .isPositive();
        assertThat(metrics.value("queue_workers{queue=\"jobs.bulk\"}")).isPositive();
        assertThat(metrics.value("members{}")).isGreaterThanOrEqualTo(2);
    }

    @Test
    void aJobIsCountedOnTheClonesOfItsSteps() {
        double before = jobsDone();

        assertThat(Import.start(Space.named("counted"), Zip.ofPages(3).bytes())
                        .end()
                        .getString("state"))
                .isEqualTo("DONE");

        await().atMost(SOON).untilAsserted(() -> assertThat(jobsDone()).isEqualTo(before + 1));
    }

    /** Requests directly from the clone, without a session. @return the status */
    private static int get(String path) {
        URI uri = URI.create(Cluster.urlOf(CLONE) + path);
        return Http.send(Http.client(new CookieManager()), Http.request(uri).build())
                .statusCode();
    }

    private static double jobsDone() {
        return Cluster.CLONES.stream()
                .mapToDouble(clone -> Metrics.of(clone).value("jobs_total{kind=\"import\",state=\"done\"}"))
                .sum();
    }

    private static double grown(Metrics before, Metrics after, String key) {
        return after.value(key) - before.value(key);
    }
}
