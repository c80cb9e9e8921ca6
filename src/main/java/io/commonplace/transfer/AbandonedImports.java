package io.commonplace.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;

/** Deletes what imports leave behind: the texts of those that have ended, incomplete uploads, and checks that nobody went on with. */
@ApplicationScoped
class AbandonedImports {
    /** The maximum in one run. */
    private static final int BATCH = 2_000;

    @Inject
    private ImportTexts texts;

    @Inject
    private ImportChecks checks;

    @Inject
    private UnreferencedContent unreferenced;

    @Inject
    private Uploads uploads;

    void deleteTexts() {
        for (long job : texts.endedJobs()) {
            boolean more = true;
            while (more) {
                more = texts.deleteSome(job);
            }
        }
    }

    /**
     * Deletes uploads and checks that were made before {@code limit}.
     *
     * @return the number of uploads
     */
    int delete(Instant limit) {
        checks.madeBefore(limit, BATCH).forEach(checks::expire);
        int incomplete = 0;
        for (long upload : unreferenced.abandonedUploads(limit, BATCH)) {
            incomplete++;
            boolean more = true;
            while (more) {
                more = uploads.deleteSome(upload);
            }
        }
        return incomplete;
    }
}
