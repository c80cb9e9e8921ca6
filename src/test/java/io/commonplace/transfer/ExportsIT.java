package io.commonplace.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.commonplace.inside.InsideVisitor;
import io.commonplace.inside.TestClone;
import io.commonplace.jobs.JobQueries;
import io.commonplace.jobs.JobState;
import io.commonplace.jobs.JobStatus;
import io.commonplace.jobs.Jobs;
import io.commonplace.pages.PageHead;
import io.commonplace.pages.PageReader;
import io.commonplace.pages.PagesByHand;
import io.commonplace.pages.SpaceHead;
import io.commonplace.people.SpaceLevel;
import io.commonplace.people.Viewer;
import io.commonplace.platform.NotFound;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
class ExportsIT {
    @Inject
    private Exports exports;

    @Inject
    private ExportDownloads downloads;

    @Inject
    private ExportSweep sweep;

    @Inject
    private ExportPieces pieces;

    @Inject
    private InsideVisitor visitor;

    @Inject
    private PairByHand pair;

    @Inject
    private JobQueries jobs;

    @Inject
    private Jobs submitted;

    @Inject
    private PageReader pageReader;

    @Inject
    private PagesByHand byHand;

    @Inject
    private Clock clock;

    @Resource
    private ManagedExecutorService threads;

    @Deployment
    static WebArchive war() {
        return TestClone.war();
    }

    @Test
    void pagesThatAreChangedTogetherAreFromOneInstant() throws Exception {
        Viewer viewer = visitor.viewer();
        SpaceHead space = visitor.spaceWithAPage();
        pair.create(viewer, space);
        AtomicBoolean over = new AtomicBoolean();
        Future<Integer> writer = threads.submit(() -> {
            int base = 1;
            while (!over.get()) {
                pair.change(viewer, space, base++);
            }
            return base;
        });
        try {
            for (int i = 0; i < 10; i++) {
                Map<String, String> files = files(viewer, exports.space(viewer, space, ExportFormat.MARKDOWN));
                String one = Objects.requireNonNull(files.get(space.slug() + "/one.md"));
                assertThat(one).contains("\nText ");
                assertThat(files.get(space.slug() + "/two.md")).endsWith(one.substring(one.lastIndexOf("\nText ")));
            }
        } finally {
            over.set(true);
        }
        assertThat(writer.get()).as("changes meanwhile").isGreaterThan(10);
    }

    @Test
    void anExportFailsIfThePersonMayNotViewTheSpaceAnyMore() {
        SpaceHead space = visitor.spaceWithAPage();
        long nobody = Long.MAX_VALUE - 1;
        Viewer former = new Viewer(nobody, "former", "Former", false, Map.of(space.id(), SpaceLevel.VIEW));

        JobStatus job = ended(exports.space(former, space, ExportFormat.MARKDOWN));

        assertThat(job.state()).isEqualTo(JobState.FAILED);
        assertThat(job.result()).contains("no longer have access");
        assertThat(job.download()).isEmpty();
    }

    @Tag("thorough")
    @Test
    void aCancelledExportLeavesNoArchiveBehind() {
        Viewer viewer = visitor.viewer();
        SpaceHead space = visitor.spaceWithAPage();
        PageHead page = pageReader.page(space.id(), "page").orElseThrow();
        byHand.below(viewer, space, page, 3_000);

        long job = exports.space(viewer, space, ExportFormat.REVISIONS);
        assertThat(pair.exportsOf(space)).isEqualTo(1);
        submitted.cancel(job);

        JobStatus end = ended(job);
        assertThat(end.state()).isEqualTo(JobState.CANCELLED);
        assertThat(end.download()).isEmpty();
        assertThat(pair.exportsOf(space)).isZero();
    }

    @Test
    void whoMayNotViewASpaceCannotBeginAnExport() {
        SpaceHead space = visitor.spaceWithAPage();
        Viewer stranger = new Viewer(Long.MAX_VALUE - 1, "stranger", "Stranger", false, Map.of());

        assertThatThrownBy(() -> exports.space(stranger, space, ExportFormat.MARKDOWN))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void anArchiveIsDeletedWithItsBytesWhenItsDaysAreOver() {
        Viewer viewer = visitor.viewer();
        SpaceHead space = visitor.spaceWithAPage();
        long id = exportId(ended(exports.space(viewer, space, ExportFormat.REVISIONS)));
        assertThat(pair.rows("export_file", id)).as("the list after the end").isZero();
        // Steps of other tests may be packing.
        Instant anHourAgo = clock.instant().minus(Duration.ofHours(1));

        sweep.delete(anHourAgo, anHourAgo);
        Long[] parts =
                downloads.get(viewer, id).parts().stream().map(ExportPart::id).toArray(Long[]::new);
        assertThat(pieces.abandoned(clock.instant(), 2_000)).doesNotContain(parts);

        sweep.delete(clock.instant(), anHourAgo);
        assertThatThrownBy(() -> downloads.get(viewer, id)).isInstanceOf(NotFound.class);
        assertThat(pair.rows("export_part", id)).isZero();
        assertThat(pieces.abandoned(clock.instant(), 2_000)).contains(parts);
        assertThat(pieces.deleteSome(parts[0])).isTrue();
        assertThat(pieces.deleteSome(parts[0])).isFalse();
    }

    private Map<String, String> files(Viewer viewer, long job) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        downloads.copy(downloads.get(viewer, exportId(ended(job))), bytes);
        Map<String, String> files = new HashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    private static long exportId(JobStatus job) {
        return Long.parseLong(job.download().replaceFirst("^/exports/", ""));
    }

    private JobStatus ended(long job) {
        return await("the end of the export")
                .atMost(Duration.ofMinutes(2))
                .until(
                        () -> jobs.status(job).orElseThrow(),
                        status -> status.state().isFinal());
    }
}
