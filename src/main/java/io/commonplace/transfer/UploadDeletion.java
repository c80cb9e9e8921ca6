package io.commonplace.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Deletes an archive that is not needed any more, outside of a transaction: each chunk in one of its own. */
@ApplicationScoped
class UploadDeletion {
    @Inject
    private Uploads uploads;

    void delete(long uploadId) {
        int number = 0;
        while (uploads.deleteChunk(uploadId, number)) {
            number++;
        }
    }
}
