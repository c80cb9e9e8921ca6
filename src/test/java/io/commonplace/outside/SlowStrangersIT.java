package io.commonplace.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.commonplace.platform.PeriodicTask;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Clients without a session that send a body with one byte per second for half a minute, and reconnect when they are
 * refused.
 */
@Tag("thorough")
class SlowStrangersIT {
    private static final int STRANGERS = 120;
    private static final Duration TROUBLE = Duration.ofSeconds(30);

    private static final List<String> ADDRESSES = List.of(
            "/assets/site.css",
            "/login",
            "/logout",
            "/import",
            "/preview",
            "/drafts",
            "/edit?space=handbook&page=",
            "/admin/spaces",
            "/jobs/1",
            "/api/spaces/handbook/imports",
            "/api/jobs/1",
            "/s/handbook");

    private static final List<String> KINDS = List.of(
            "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000",
            "Content-Type: multipart/form-data; boundary=b\r\nContent-Length: 100000",
            "Content-Type: application/zip\r\nTransfer-Encoding: chunked",
            "Content-Type: application/json\r\nContent-Length: 1000");

    /** No cookie, and two that look like a session. */
    private static final List<String> CLAIMS = List.of(
            "X-Nothing: 1",
            "Cookie: session=" + "A".repeat(48) + "; CLONE=clone-1",
            "Authorization: " + Import.authorization("nobody-here", "a guess"));

    @Test
    void aSignInIsAnsweredWithinASecondAndNoCloneFails() {
        Visitor reader = Visitor.administrator();
        List<Stranger> strangers =
                IntStream.range(0, STRANGERS).mapToObj(Stranger::new).toList();
        long end = System.nanoTime() + TROUBLE.toNanos();
        try {
            await().pollInterval(Duration.ofMillis(300))
                    .atMost(TROUBLE.multipliedBy(3))
                    .until(() -> {
                        assertAnsweredSoon(new Visitor(), "/login");
                        assertAnsweredSoon(reader, "/s/handbook");
                        return System.nanoTime() - end > 0;
                    });
        } finally {
            strangers.forEach(Stranger::leave);
        }
        assertThat(reader.submit("/admin/groups", "create", Map.of("name", "")).status())
                .as("a form of a person who is signed in")
                .isEqualTo(200);
    }

    private static void assertAnsweredSoon(Visitor visitor, String path) {
        long begun = System.nanoTime();
        assertThat(visitor.get(path).status()).as(path).isEqualTo(200);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).as(path).isLessThan(Duration.ofSeconds(1));
    }

    private static final class Stranger {
        private final int number;
        private final PeriodicTask trickle;
        private Wire wire;

        Stranger(int number) {
            this.number = number;
            this.wire = begin();
            this.trickle = new PeriodicTask("stranger-" + number, this::say)
                    .start(Duration.ofSeconds(1), Duration.ofSeconds(1));
        }

        void leave() {
            trickle.close();
            wire.close();
        }

        private void say() {
            try {
                wire.say("a");
            } catch (UncheckedIOException e) {
                // Refused.
                wire.close();
                wire = begin();
            }
        }

        private Wire begin() {
            Wire begun = Wire.to(Cluster.url());
            int turn = number / ADDRESSES.size();
            begun.say("POST " + of(ADDRESSES, number) + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" + of(KINDS, number + turn)
                    + "\r\n" + of(CLAIMS, turn) + "\r\n\r\na");
            return begun;
        }

        private static String of(List<String> choices, int choice) {
            return choices.get(choice % choices.size());
        }
    }
}
