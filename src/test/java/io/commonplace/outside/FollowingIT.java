package io.commonplace.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Follows a request through the log and a trace to the worker of its job, on a clone that is configured to write JSON logs
 * and send traces.
 */
@Tag("thorough")
class FollowingIT {
    private static final Duration SOON = Duration.ofSeconds(20);

    /** Each clone takes some of the steps; the additional one almost certainly gets at least one of these. */
    private static final int TRIES = 30;

    private static final TraceReceiver RECEIVER = new TraceReceiver();
    private static FurtherClone clone;

    /** The number of a request whose job was done, at least partly, on the clone that received it. */
    private static String followed = "";

    @BeforeAll
    static void start() {
        clone = new FurtherClone(Map.of(
                "COMMONPLACE_LOG_FORMAT",
                "json",
                "COMMONPLACE_TRACES",
                RECEIVER.address(),
                "OTEL_BSP_SCHEDULE_DELAY",
                "300"));
        for (int i = 0; i < TRIES && followed.isEmpty(); i++) {
            String request = askForAnImport();
            if (isWorkedOnHere(request)) {
                followed = request;
            }
        }
    }

    @AfterAll
    static void stop() {
        clone.close();
        RECEIVER.close();
    }

    @Test
    void aTraceLeadsFromTheRequestIntoItsStatementsAndToTheWorker() {
        List<TraceSpan> trace = awaitTrace(followed, span -> span.name().startsWith("import "));
        TraceSpan root = one(trace, span -> span.parent().isEmpty());
        TraceSpan step = one(trace, span -> span.name().startsWith("import "));

        assertThat(root.name()).isEqualTo("POST api");
        assertThat(root.attributes()).containsEntry("http.status_code", "202").containsEntry("http.method", "POST");
        assertThat(step.attributes())
                .containsEntry("commonplace.request", followed)
                .containsKey("commonplace.job");
        assertThat(trace)
                .as("statements of the request")
                .anyMatch(span ->
                        span.name().equals("SQL INSERT") && span.statement().startsWith("INSERT INTO job "));
        assertThat(trace)
                .as("statements of the step")
                .anyMatch(span -> span.name().startsWith("SQL ") && isWithin(span, step, trace));
    }

    @Test
    void statementsAreTracedWithoutTheirParameters() {
        assertThat(RECEIVER.ofRequest(followed))
                .filteredOn(span -> span.name().startsWith("SQL "))
                .isNotEmpty()
                .noneMatch(span -> span.statement().contains("import.zip"));
    }

    @Test
    void aTraceHeaderFromOutsideIsIgnored() {
        String request = "test-" + UUID.randomUUID();
        String claimed = "0af7651916cd43dd8448eb211c80319c";
        send(
                request,
                HttpRequest.newBuilder(URI.create(clone.url() + "/login"))
                        .header("traceparent", "00-" + claimed + "-b7ad6b7169203331-01"));

        assertThat(awaitTrace(request, span -> true))
                .extracting(TraceSpan::trace)
                .doesNotContain(claimed);
    }

    @Test
    void eachLogEntryIsOneLineOfJson() {
        List<String> log = clone.log();

        List<JsonObject> entries = log.stream()
                .filter(line -> line.startsWith("{"))
                .map(FollowingIT::read)
                .toList();
        assertThat(entries)
                .hasSizeGreaterThan(20)
                .allMatch(entry -> entry.containsKey("time")
                        && entry.containsKey("level")
                        && entry.getString("clone").equals(FurtherClone.NAME));
        // The JVM and the server print only a few lines outside of the log.
        assertThat(log.size() - entries.size()).isLessThan(entries.size() / 2);
    }

    @Test
    void theNumberOfARequestIsFoundInTheLogOfItsWorker() {
        await().atMost(SOON)
                .until(() -> entries(followed), found -> found.stream().anyMatch(entry -> entry.containsKey("step")));

        assertThat(entries(followed))
                .as("asked for")
                .anyMatch(entry -> entry.getString("message").endsWith("(import): QUEUED"));
    }

    private static String askForAnImport() {
        String request = "test-" + UUID.randomUUID();
        Space space = Space.named("followed");
        Answer answer = send(
                request,
                HttpRequest.newBuilder(URI.create(clone.url() + "/api/spaces/" + space.slug()
                                + "/imports?filename=import.zip&name=Followed"))
                        .header("Content-Type", "application/zip")
                        .header("Authorization", Import.authorization("admin", Cluster.password()))
                        .POST(BodyPublishers.ofByteArray(Zip.ofPages(2).bytes())));
        assertThat(answer.status()).isEqualTo(202);
        new Import(read(answer.body()).getInt("job")).end();
        return request;
    }

    /** Whether the end of the job was written here, for the log, and a step was done, for the trace. */
    private static boolean isWorkedOnHere(String request) {
        return entries(request).stream().anyMatch(entry -> entry.containsKey("step"));
    }

    private static Answer send(String request, HttpRequest.Builder builder) {
        return new Answer(Http.send(
                Http.client(new CookieManager()),
                builder.header("X-Request-ID", request).build()));
    }

    private static List<TraceSpan> awaitTrace(String request, Predicate<TraceSpan> until) {
        return await("the trace of " + request)
                .atMost(SOON)
                .until(
                        () -> RECEIVER.ofRequest(request),
                        trace -> trace.stream().anyMatch(until));
    }

    private static boolean isWithin(TraceSpan span, TraceSpan outer, List<TraceSpan> trace) {
        return span.parent().equals(outer.id())
                || trace.stream()
                        .filter(other -> other.id().equals(span.parent()))
                        .anyMatch(parent -> isWithin(parent, outer, trace));
    }

    private static TraceSpan one(List<TraceSpan> trace, Predicate<TraceSpan> wanted) {
        return trace.stream().filter(wanted).findFirst().orElseThrow();
    }

    private static List<JsonObject> entries(String request) {
        return clone.log().stream()
                .filter(line -> line.startsWith("{") && line.contains("\"request\":\"" + request + "\""))
                .map(FollowingIT::read)
                .toList();
    }

    private static JsonObject read(String line) {
        return Json.createReader(new StringReader(line)).readObject();
    }
}
