package io.commonplace.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A frozen clone accepts connections and answers nothing. */
class FrozenCloneIT {
    private static final Logger LOG = Logger.getLogger(FrozenCloneIT.class.getName());

    @AfterEach
    void theClusterIsWholeAgain() {
        Cluster.awaitWhole();
    }

    @Tag("thorough")
    @Test
    void aFrozenCloneLeavesTheRoutingWithinTenSecondsAndReturns() {
        Visitor person = Visitor.administrator();
        person.prefer("clone-2");
        assertThat(person.get("/s/handbook").status()).isEqualTo(200);
        assertThat(person.servedBy()).isEqualTo("clone-2");

        Cluster.freeze("clone-2");
        try {
            await("the routing has noticed").atMost(Duration.ofSeconds(10)).until(() -> !Cluster.isServedBy("clone-2"));
            long asked = System.nanoTime();
            assertThat(person.get("/s/handbook").status()).isEqualTo(200);
            assertThat(person.servedBy()).isEqualTo("clone-1");
            assertThat(Duration.ofNanos(System.nanoTime() - asked))
                    .as("an answer without waiting for the frozen one")
                    .isLessThan(Duration.ofSeconds(5));
        } finally {
            Cluster.wake("clone-2");
        }
        Cluster.awaitInRouting("clone-2");
    }

    /** A request to the frozen clone is retried on the other one; requests to the other one are not delayed. */
    @Test
    void noReadWaitsForAFrozenCloneForMoreThanThreeSeconds() {
        Visitor there = Visitor.administrator();
        Visitor elsewhere = Visitor.administrator();
        read(there, "clone-2");
        read(elsewhere, "clone-1");
        Cluster.freeze("clone-2");
        try {
            CompletableFuture<Duration> others = CompletableFuture.supplyAsync(() -> slowest(elsewhere, "clone-1"));
            assertThat(slowest(there, "clone-2")).isLessThan(Duration.ofSeconds(3));
            assertThat(others.join()).isLessThan(Duration.ofSeconds(3));
            assertThat(Cluster.isServedBy("clone-2")).isFalse();
        } finally {
            Cluster.wake("clone-2");
        }
        Cluster.awaitInRouting("clone-2");
    }

    /** The slowest read of the next eight seconds, in which the grid also removes the frozen member. */
    private static Duration slowest(Visitor reader, String clone) {
        Duration slowest = Duration.ZERO;
        long began = System.nanoTime();
        while (System.nanoTime() - began < Duration.ofSeconds(8).toNanos()) {
            Duration took = read(reader, clone);
            slowest = took.compareTo(slowest) > 0 ? took : slowest;
        }
        Duration found = slowest;
        LOG.info(() -> "The slowest read of who was given to " + clone + ": " + found);
        return slowest;
    }

    private static Duration read(Visitor reader, String clone) {
        reader.prefer(clone);
        long asked = System.nanoTime();
        assertThat(reader.get("/s/handbook").status()).isEqualTo(200);
        return Duration.ofNanos(System.nanoTime() - asked);
    }
}
