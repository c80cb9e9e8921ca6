package io.commonplace.transfer;

import static io.commonplace.transfer.ContentByHand.someBytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.commonplace.attachments.Content;
import io.commonplace.inside.InsideVisitor;
import io.commonplace.inside.TestClone;
import io.commonplace.jobs.Jobs;
import io.commonplace.jobs.NewJob;
import io.commonplace.jobs.StepsByHand;
import io.commonplace.pages.SpaceHead;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
class ContentSweepIT {
    @Inject
    private ContentSweep sweep;

    @Inject
    private AbandonedImports abandoned;

    @Inject
    private UnreferencedContent unreferenced;

    @Inject
    private ContentByHand byHand;

    @Inject
    private InsideVisitor visitor;

    @Inject
    private StepsByHand steps;

    @Inject
    private Jobs jobs;

    @Inject
    private Clock clock;

    @Resource
    private ManagedExecutorService threads;

    @Deployment
    static WebArchive war() {
        return TestClone.war();
    }

    @Test
    void unreferencedContentIsDeletedAfterTheGracePeriod() {
        Instant before = clock.instant().minus(Duration.ofMinutes(1));
        String hash = byHand.store(someBytes());
        sweep.mark();

        sweep.delete(before);
        assertThat(byHand.exists(hash)).isTrue();

        deleteUntilGone(hash);
    }

    @Test
    void contentOfAnAttachmentStays() {
        SpaceHead space = visitor.spaceWithAPage();
        String referenced = byHand.store(someBytes());
        byHand.attach(space, referenced);
        String referencedLater = byHand.store(someBytes());
        String stillUnreferenced = byHand.store(someBytes());
        sweep.mark();
        byHand.attach(space, referencedLater);

        deleteUntilGone(stillUnreferenced);

        assertThat(byHand.exists(referenced)).isTrue();
        assertThat(byHand.exists(referencedLater)).isTrue();
    }

    @Test
    void contentOfAnEarlierVersionStays() {
        SpaceHead space = visitor.spaceWithAPage();
        String earlier = byHand.store(someBytes());
        String current = byHand.store(someBytes());
        byHand.attach(space, "a.bin", earlier);
        byHand.attach(space, "a.bin", current);
        String unreferenced = byHand.store(someBytes());
        sweep.mark();

        deleteUntilGone(unreferenced);

        assertThat(byHand.exists(earlier)).isTrue();
        assertThat(byHand.exists(current)).isTrue();
    }

    @Test
    void storingTheSameBytesRestartsTheGracePeriod() {
        byte[] bytes = someBytes();
        String hash = byHand.store(bytes);
        String other = byHand.store(someBytes());
        sweep.mark();
        byHand.store(bytes);

        deleteUntilGone(other);

        assertThat(byHand.exists(hash)).isTrue();
    }

    @Test
    void bytesStoredDuringTheirDeletionExist() throws Exception {
        List<byte[]> all = Stream.generate(ContentByHand::someBytes).limit(30).toList();
        all.forEach(byHand::store);
        sweep.mark();
        Instant now = clock.instant();

        for (byte[] bytes : all) {
            String hash = Content.hash(bytes);
            Future<Boolean> deletion = threads.submit(() -> unreferenced.delete(hash, now));
            Future<String> again = threads.submit(() -> byHand.store(bytes));
            deletion.get();
            again.get();

            assertThat(byHand.exists(hash)).isTrue();
        }
    }

    @Test
    void contentStoredSinceAnImportStartedStays() {
        long upload = byHand.upload();
        String before = byHand.store(someBytes());
        sweep.mark();
        long job = steps.addJob(anImport(upload));
        try {
            String since = byHand.store(someBytes());
            sweep.mark();

            deleteUntilGone(before);

            assertThat(byHand.exists(since)).isTrue();
        } finally {
            jobs.cancel(job);
        }
    }

    @Test
    void onlyAnUploadWithoutAnImportIsDeleted() {
        long needed = byHand.upload();
        long job = steps.addJob(anImport(needed));
        try {
            long incomplete = byHand.upload();

            sweep.delete(clock.instant().minus(Duration.ofHours(1)));
            assertThat(byHand.chunks(incomplete)).isEqualTo(2);

            sweep.delete(clock.instant().plus(Duration.ofMinutes(1)));
            assertThat(byHand.chunks(incomplete)).isZero();
            assertThat(byHand.chunks(needed)).isEqualTo(2);
        } finally {
            jobs.cancel(job);
        }
    }

    @Test
    void textsAreDeletedWhenTheirImportHasEnded() {
        long job = steps.addJob(anImport(byHand.upload()));
        byHand.storeTexts(job);

        abandoned.deleteTexts();
        assertThat(byHand.texts(job)).isEqualTo(2);

        jobs.cancel(job);
        await().atMost(Duration.ofMinutes(1)).until(() -> {
            abandoned.deleteTexts();
            return byHand.texts(job) == 0;
        });
    }

    /** Imports of other tests may still be unpacking, which delays the deletion. */
    private void deleteUntilGone(String hash) {
        await().atMost(Duration.ofMinutes(2)).until(() -> {
            sweep.delete(clock.instant());
            return !byHand.exists(hash);
        });
    }

    private NewJob anImport(long upload) {
        SpaceHead space = visitor.spaceWithAPage();
        ImportOrder order = ImportOrder.of(visitor.viewer(), ImportPlace.top(space), upload, "a.zip");
        return new NewJob(ImportJob.NAME, "A job of this test", order.toJson(), "admin");
    }
}
