package io.commonplace.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Logger;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Read-only mode: there is no primary, or an administrator has started maintenance. */
class ReadOnlyIT {
    private static final Logger LOG = Logger.getLogger(ReadOnlyIT.class.getName());
    private static final Duration SOON = Duration.ofSeconds(60);

    private final Visitor writer = Visitor.administrator();

    @AfterEach
    void everythingCanBeSavedAgain() {
        Cluster.wake(Cluster.primary());
        Cluster.wake(Cluster.replica());
        Maintenance.end(writer);
        Cluster.CLONES.forEach(clone -> awaitMode(clone, false));
        Cluster.awaitWhole();
    }

    @Test
    void withoutAPrimaryPeopleReadSignInAndStoreDrafts() {
        Space space = Space.make(writer, "away");
        space.create(writer, "page", "Before");
        writer.prefer("clone-1");
        assertThat(writer.get(space.href("page")).page().select("[data-mode] > :not([hidden])"))
                .isEmpty();

        Space other = Space.make(writer, "early");
        other.create(writer, "page", "Before");
        Visitor early = Visitor.administrator();
        var form = early.get(other.editing("page")).form("edit");
        Cluster.freeze(Cluster.primary());
        CompletableFuture<Duration> hung = CompletableFuture.supplyAsync(() -> refusalOf(early, form, other));
        Cluster.CLONES.forEach(clone -> awaitMode(clone, true));

        assertThat(hung.join()).as("a save that was sent already").isLessThan(Duration.ofSeconds(10));
        Answer view = writer.get(space.href("page"));
        assertThat(view.status()).isEqualTo(200);
        assertThat(view.prose()).isEqualTo("Before");
        assertThat(view.page().select("[data-mode] > :not([hidden])").text()).contains("Nothing can be saved");
        Answer refused = space.save(writer, "page", "Typed without a primary");
        assertThat(refused.status()).isEqualTo(200);
        assertThat(refused.page().select("[role=alert]").text()).contains("Not saved");
        assertThat(refused.page().select("#markdown").text()).isEqualTo("Typed without a primary");

        Visitor elsewhere = Visitor.administrator();
        elsewhere.prefer("clone-2");
        Answer offered = elsewhere.get(space.editing("page"));
        assertThat(elsewhere.servedBy()).isEqualTo("clone-2");
        assertThat(offered.page().select(".draft-offer").text()).contains("unsaved draft");
        Answer restored = elsewhere.get(space.editing("page") + "&draft=restore");
        assertThat(restored.page().select("#markdown").text()).isEqualTo("Typed without a primary");

        Cluster.wake(Cluster.primary());
        Cluster.CLONES.forEach(clone -> awaitMode(clone, false));
        assertThat(elsewhere
                        .send(restored.form("edit"), space.editing("page"), Map.of())
                        .status())
                .isEqualTo(302);
        assertThat(writer.get(space.href("page")).prose()).isEqualTo("Typed without a primary");
        assertThat(writer.get(space.editing("page")).page().select(".draft-offer"))
                .isEmpty();
        await("the draft is gone everywhere").atMost(SOON).until(() -> drafts(space) == 0);
    }

    /** Simulates a full disk: all of the free space is configured as the reserve. */
    @Test
    void aNearlyFullDiskMakesTheSiteReadOnly() throws IOException {
        Space space = Space.make(writer, "full");
        space.create(writer, "page", "Before");
        Path settings = Cluster.data().resolve("settings");
        String before = Files.readString(settings);
        try {
            replace(settings, before + "\ndisk_reserve=1000000g\n");
            Cluster.CLONES.forEach(clone -> awaitMode(clone, true));

            Answer refused = space.save(writer, "page", "Typed without room");
            assertThat(refused.status()).isEqualTo(200);
            assertThat(refused.page().select("[role=alert]").text()).contains("disk is full");
            assertThat(refused.page().select("#markdown").text()).isEqualTo("Typed without room");
            assertThat(writer.get(space.href("page")).prose()).isEqualTo("Before");
            assertThat(Command.run("status").output()).contains("nothing can be saved until there is room");
        } finally {
            replace(settings, before);
        }

        Cluster.CLONES.forEach(clone -> awaitMode(clone, false));
        assertThat(space.save(writer, "page", "After").status()).isEqualTo(302);
    }

    /** The watcher's own writes also wait for the replica, and the watcher is the one that ends the wait. */
    @Tag("thorough")
    @Test
    void aFrozenReplicaDoesNotBlockTheWatcher() throws IOException {
        Path settings = Cluster.data().resolve("settings");
        String before = Files.readString(settings);
        await("in sync").atMost(SOON).until(Cluster::isInSync);
        String replica = Cluster.replica();
        Cluster.freeze(replica);
        try {
            replace(settings, before + "\ndisk_reserve=1000000g\n");

            await("the primary goes on alone").atMost(SOON).until(() -> !Cluster.isInSync());
            Cluster.CLONES.forEach(clone -> awaitMode(clone, true));
        } finally {
            replace(settings, before);
            Cluster.wake(replica);
        }
        Cluster.CLONES.forEach(clone -> awaitMode(clone, false));
        await("in sync").atMost(SOON).until(Cluster::isInSync);
    }

    /** The watcher reads the file every second, so it is replaced atomically. */
    private static void replace(Path file, String text) throws IOException {
        Path next = Files.writeString(file.resolveSibling("settings.next"), text);
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
    }

    @Test
    void programsGet503AndRetryAfter() {
        Space space = Space.make(writer, "later");
        Maintenance.begin(writer, "Until noon");

        Answer refused = Import.upload(space, Zip.ofPages(1).bytes());

        assertThat(refused.status()).isEqualTo(503);
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isPositive();
        JsonObject said = Json.createReader(new StringReader(refused.body())).readObject();
        assertThat(said.getString("error")).contains("Not saved").contains("Until noon");
        Maintenance.end(writer);
        assertThat(Import.upload(space, Zip.ofPages(1).bytes()).status()).isEqualTo(202);
    }

    @Test
    void duringMaintenanceNothingCanBeSaved() {
        Space space = Space.make(writer, "maintained");
        space.create(writer, "page", "Before");
        Maintenance.begin(writer, "The machine room moves");
        Cluster.CLONES.forEach(clone -> awaitMode(clone, true));

        for (String clone : Cluster.CLONES) {
            writer.prefer(clone);
            assertThat(writer.get(space.href("page"))
                            .page()
                            .select("[data-mode]")
                            .text())
                    .contains("Maintenance")
                    .contains("The machine room moves");
            Answer refused = space.save(writer, "page", "Typed during the maintenance");
            assertThat(refused.status()).isEqualTo(200);
            assertThat(refused.page().select("#markdown").text()).isEqualTo("Typed during the maintenance");
        }
        assertThat(Pages.in(space)).containsEntry("page", 1);

        Maintenance.end(writer);
        assertThat(space.save(writer, "page", "After").status()).isEqualTo(302);
    }

    @Tag("thorough")
    @Test
    void aCommitWithAnUnknownOutcomeIsNeitherRefusedNorSavedTwice() throws Exception {
        Space space = Space.make(writer, "unknown");
        space.create(writer, "page", "Before");
        var form = writer.get(space.editing("page")).form("edit");

        // Without its replica the primary delays the commit for two seconds.
        Cluster.freeze(Cluster.replica());
        CompletableFuture<Answer> saving = CompletableFuture.supplyAsync(
                () -> writer.send(form, space.editing("page"), Map.of("markdown", "Perhaps saved")));
        Cluster.awaitStatement("commit");
        Cluster.kill(Cluster.primary());
        Cluster.wake(Cluster.replica());
        Answer unknown = saving.get();

        assertThat(unknown.status()).isEqualTo(200);
        assertThat(unknown.page().select("[role=alert]").text()).contains("may or may not be saved");
        assertThat(unknown.page().select("#markdown").text()).isEqualTo("Perhaps saved");
        Cluster.CLONES.forEach(clone -> awaitMode(clone, false));
        await("the same text is saved once more")
                .atMost(SOON)
                .until(() -> writer.send(form, space.editing("page"), Map.of("markdown", "Perhaps saved"))
                                .status()
                        == 302);
        assertThat(writer.get(space.href("page")).prose()).isEqualTo("Perhaps saved");
        assertThat(Pages.in(space)).containsEntry("page", 2);
    }

    @Tag("thorough")
    @Test
    void anImportWaitsForThePrimaryWithoutUsingUpAttempts() throws SQLException {
        Space space = Space.named("patience");
        Import started = Import.start(space, Zip.ofPages(400).bytes());
        await("the middle of the import")
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(50))
                .ignoreExceptions()
                .until(() -> started.now().getInt("done") > 20);

        Maintenance.begin(writer, "A pause");
        int done = started.now().getInt("done");
        await().during(Duration.ofSeconds(12))
                .atMost(Duration.ofSeconds(30))
                .until(() -> started.now().getInt("done") <= done + 100);
        Maintenance.end(writer);

        assertThat(started.end().getString("state")).isEqualTo("DONE");
        assertThat(mostAttempts(started)).isEqualTo(1);
    }

    private static void awaitMode(String clone, boolean readOnly) {
        Visitor visitor = Visitor.administrator();
        visitor.prefer(clone);
        await(clone + (readOnly ? " says that nothing can be saved" : " can save"))
                .atMost(SOON)
                .ignoreExceptions()
                .until(() -> visitor.json("/mode").getBoolean("readOnly") == readOnly
                        && visitor.servedBy().equals(clone));
    }

    private static Duration refusalOf(Visitor writer, FormElement form, Space space) {
        long sent = System.nanoTime();
        Answer refused = writer.send(form, space.editing("page"), Map.of("markdown", "Sent to a frozen primary"));
        assertThat(refused.status()).isEqualTo(200);
        assertThat(refused.page().select("[role=alert]").text()).isNotEmpty();
        Duration took = Duration.ofNanos(System.nanoTime() - sent);
        LOG.info(() -> "A save that met the frozen primary was refused after " + took);
        return took;
    }

    private static int drafts(Space space) {
        return count("select count(*) from draft d join page p on d.id like concat('%/page:', p.id)"
                + " join space s on s.id = p.space_id where s.slug = '" + space.slug() + "'");
    }

    private static int mostAttempts(Import job) {
        return count("select max(attempts) from job_step where job_id = " + job.job());
    }

    private static int count(String sql) {
        try (var connection = Cluster.database();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
