package io.commonplace.transfer;

import io.commonplace.people.Viewer;
import io.commonplace.platform.BestEffort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Discards a check and its archive. */
@ApplicationScoped
public class CheckDiscarding {
    @Inject
    private ImportChecks checks;

    @Inject
    private UploadDeletion deletion;

    /** @throws io.commonplace.platform.NotFound as {@link ImportChecks#get} does */
    public void discard(Viewer viewer, long jobId) {
        long uploadId = checks.forget(viewer, jobId);
        // If this fails, the sweep deletes the archive after a day.
        BestEffort.run("deleting a discarded archive", () -> deletion.delete(uploadId));
    }
}
