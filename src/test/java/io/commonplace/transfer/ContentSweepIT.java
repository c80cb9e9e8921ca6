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
    private UnreferencedContent unnamed;

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
    void whatNothingNamesGoesAfterItsTimeAndNotBefore() {
        Instant before = clock.instant().minus(Duration.ofMinutes(1));
        String hash = byHand.keep(someBytes());
        sweep.mark();

        sweep.delete(before);
        assertThat(byHand.isKept(hash)).isTrue();

        deleteUntilGone(hash);
    }

    @Test
    void whatAnAttachmentNamesStays() {
        SpaceHead space = visitor.spaceWithAPage();
        String named = byHand.keep(someBytes());
        byHand.attach(space, named);
        String namedLater = byHand.keep(someBytes());
        String unnamedStill = byHand.keep(someBytes());
        sweep.mark();
        byHand.attach(space, namedLater);

        deleteUntilGone(unnamedStill);

        assertThat(byHand.isKept(named)).isTrue();
        assertThat(byHand.isKept(namedLater)).isTrue();
    }

    @Test
    void keepingTheSameBytesAgainBeginsTheirTimeAnew() {
        byte[] bytes = someBytes();
        String hash = byHand.keep(bytes);
        String other = byHand.keep(someBytes());
        sweep.mark();
        byHand.keep(bytes);

        deleteUntilGone(other);

        assertThat(byHand.isKept(hash)).isTrue();
    }

    @Test
    void whoKeepsTheSameBytesAtTheMomentOfTheirDeletionHasThem() throws Exception {
        List<byte[]> all = Stream.generate(ContentByHand::someBytes).limit(30).toList();
        all.forEach(byHand::keep);
        sweep.mark();
        Instant now = clock.instant();

        for (byte[] bytes : all) {
            String hash = Content.hash(bytes);
            Future<Boolean> deletion = threads.submit(() -> unnamed.delete(hash, now));
            Future<String> again = threads.submit(() -> byHand.keep(bytes));
            deletion.get();
            again.get();

            assertThat(byHand.isKept(hash)).isTrue();
        }
    }

    @Test
    void nothingGoesThatWasKeptSinceAnImportBeganToUnpack() {
        long upload = byHand.upload();
        String before = byHand.keep(someBytes());
        sweep.mark();
        long job = steps.addJob(anImport(upload));
        try {
            String since = byHand.keep(someBytes());
            sweep.mark();

            deleteUntilGone(before);

            assertThat(byHand.isKept(since)).isTrue();
        } finally {
            jobs.cancel(job);
        }
    }

    @Test
    void anUploadThatBrokeOffGoesAndOneThatAnImportWaitsForStays() {
        long wanted = byHand.upload();
        long job = steps.addJob(anImport(wanted));
        try {
            long broken = byHand.upload();

            sweep.delete(clock.instant().minus(Duration.ofHours(1)));
            assertThat(byHand.pieces(broken)).isEqualTo(2);

            sweep.delete(clock.instant().plus(Duration.ofMinutes(1)));
            assertThat(byHand.pieces(broken)).isZero();
            assertThat(byHand.pieces(wanted)).isEqualTo(2);
        } finally {
            jobs.cancel(job);
        }
    }

    /** Imports of other tests may be unpacking still, for which all waits that was marked since. */
    private void deleteUntilGone(String hash) {
        await().atMost(Duration.ofMinutes(2)).until(() -> {
            sweep.delete(clock.instant());
            return !byHand.isKept(hash);
        });
    }

    private NewJob anImport(long upload) {
        SpaceHead space = visitor.spaceWithAPage();
        ImportOrder order = new ImportOrder(space.id(), space.slug(), upload, "a.zip", 1, "A");
        return new NewJob(ImportJob.NAME, "A job of this test", order.toJson(), "admin");
    }
}
