package io.commonplace.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Logger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The supervisor is killed. */
@Tag("thorough")
class SupervisorIT {
    private static final Logger LOG = Logger.getLogger(SupervisorIT.class.getName());

    private final AtomicBoolean reading = new AtomicBoolean(true);
    private final AtomicInteger reads = new AtomicInteger();
    private final List<String> failed = new CopyOnWriteArrayList<>();

    @Test
    void upAdoptsTheRunningPartsAndInterruptsNobody() {
        Visitor writer = Visitor.administrator();
        Space space = Space.make(writer, "supervised");
        space.create(writer, "page", "Before");
        List<Visitor> readers = List.of(Visitor.administrator(), Visitor.administrator());
        readers.get(0).prefer("clone-1");
        readers.get(1).prefer("clone-2");

        Cluster.killSupervisor();

        Command status = Command.run("status");
        assertThat(status.result()).isNotZero();
        assertThat(status.output()).contains("The supervisor is down", "clone-1");
        assertThat(Command.run("restart", "clone-1").output())
                .contains("./commonplace up starts a new supervisor for them");
        List<CompletableFuture<Void>> work = readers.stream()
                .map(reader -> CompletableFuture.runAsync(() -> read(reader, space.href("page"))))
                .toList();
        Command up = Command.run("up");
        reading.set(false);
        work.forEach(CompletableFuture::join);

        LOG.info(() -> reads + " reads, " + failed.size() + " failed\n" + up.output());
        assertThat(up.result()).as(up.output()).isZero();
        assertThat(up.output()).contains("these still run").doesNotContain("Stopping");
        assertThat(failed).isEmpty();
        assertThat(writer.get("/password").status()).as("still signed in").isEqualTo(200);
        assertThat(space.save(writer, "page", "After").status()).isEqualTo(302);
        await("all is well")
                .atMost(Duration.ofMinutes(2))
                .untilAsserted(() -> assertThat(Command.run("status"))
                        .extracting(Command::result)
                        .isEqualTo(0));
        Cluster.kill("clone-2");
        Cluster.awaitWhole();
    }

    private void read(Visitor reader, String page) {
        while (reading.get()) {
            Answer answer = reader.get(page);
            reads.incrementAndGet();
            if (answer.status() != 200 || !answer.prose().equals("Before")) {
                failed.add(answer.status() + " from " + reader.servedBy());
            }
        }
    }
}
