package io.commonplace.outside;

import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The separate hosts that {@code src/test/sh/hosts} has created, with faults and queries. */
final class Hosts {
    static final List<String> CLONES = List.of("clone-1", "clone-2", "clone-3");
    static final String DATA = "data";

    private static final String LAB = "src/test/sh/hosts";

    private static final Map<String, String> ADDRESSES = Map.of(
            "clone-1", "10.77.0.11",
            "clone-2", "10.77.0.12",
            "clone-3", "10.77.0.13");

    private static final HttpClient PART = HttpClient.newBuilder()
            .sslContext(SecureCluster.believing(Path.of(folder(), "ca.pem")))
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private Hosts() {}

    /** Blocks all traffic between the host and the others until {@link #heal}. */
    static void cut(String host, String... others) {
        List<String> words = new ArrayList<>(List.of("cut", host));
        words.addAll(List.of(others));
        mustRun(words);
    }

    static void heal(String host) {
        mustRun(List.of("heal", host));
    }

    /** Kills everything on the host at once. */
    static void losePower(String host) {
        mustRun(List.of("off", host));
    }

    static void boot(String host) {
        mustRun(List.of("boot", host));
    }

    /** The output of a command on the host. */
    static String on(String host, String... command) {
        List<String> words = new ArrayList<>(List.of("on", host));
        words.addAll(List.of(command));
        return mustRun(words);
    }

    /** {@code ./commonplace hosts} to the three, over ssh: its result and what it said. */
    static Command command(String... words) {
        List<String> all = new ArrayList<>(List.of("./commonplace", "hosts"));
        all.addAll(List.of(words));
        all.addAll(List.of("--hosts", folder() + "/inventory"));
        return run(all);
    }

    /** Waits until each is ready, knows all members, and has backups of its data. */
    static void awaitWhole() {
        for (String clone : CLONES) {
            await(clone + " in the grid")
                    .atMost(Duration.ofMinutes(4))
                    .pollInterval(Duration.ofMillis(500))
                    .ignoreExceptions()
                    .until(() ->
                            isReady(clone) && facts(clone).getString("members").equals("3") && isSettled(clone));
        }
        // Then waits for the balancers, which check once a second.
        pause(Duration.ofSeconds(3));
    }

    static void awaitOutOfRouting(String clone) {
        await(clone + " says that it is cut off")
                .atMost(Duration.ofSeconds(40))
                .pollInterval(Duration.ofMillis(200))
                .ignoreExceptions()
                .until(() -> !isReady(clone));
    }

    static boolean isReady(String clone) {
        return health(clone, "ready").statusCode() == 200;
    }

    private static boolean isSettled(String clone) {
        return health(clone, "started").statusCode() == 200;
    }

    /** The data of the clone's readiness probe. */
    static JsonObject facts(String clone) {
        return Json.createReader(new StringReader(health(clone, "ready").body()))
                .readObject()
                .getJsonArray("checks")
                .getJsonObject(0)
                .getJsonObject("data");
    }

    /** The balancer that has the public address. */
    static String balancer() {
        return run(List.of(LAB, "on", "balancer-1", "ip", "-4", "-o", "address", "show", "eth0"))
                        .output()
                        .contains("10.77.0.10/")
                ? "balancer-1"
                : "balancer-2";
    }

    static void pause(Duration length) {
        try {
            Thread.sleep(length.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Bypasses the balancers: only the parts trust the authority of the clones' certificates. */
    private static HttpResponse<String> health(String clone, String what) {
        HttpRequest question = HttpRequest.newBuilder(
                        URI.create("https://" + ADDRESSES.get(clone) + ":8443/health/" + what))
                .timeout(Duration.ofSeconds(5))
                .build();
        return Http.send(PART, question);
    }

    private static String folder() {
        return System.getenv("COMMONPLACE_HOSTS");
    }

    private static String mustRun(List<String> words) {
        List<String> all = new ArrayList<>(List.of(LAB));
        all.addAll(words);
        Command done = run(all);
        if (done.result() != 0) {
            throw new IllegalStateException(String.join(" ", words) + " ended with " + done);
        }
        return done.output();
    }

    private static Command run(List<String> words) {
        return Command.execute(
                words, Map.of("COMMONPLACE_SSH_KEY", folder() + "/key", "CURL_CA_BUNDLE", folder() + "/ca.pem"));
    }
}
