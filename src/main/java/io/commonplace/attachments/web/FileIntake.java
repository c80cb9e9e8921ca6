package io.commonplace.attachments.web;

import io.commonplace.attachments.AttachmentHead;
import io.commonplace.attachments.Content;
import io.commonplace.attachments.PageFiles;
import io.commonplace.pages.PageHead;
import io.commonplace.pages.SpaceHead;
import io.commonplace.people.Viewer;
import io.commonplace.platform.Refusal;
import io.commonplace.platform.Unavailable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Reads uploaded files, a few at a time: each is in memory once while it is stored. */
@ApplicationScoped
public class FileIntake {
    private static final int AT_ONCE = 3;
    private static final int MAX_WAIT_SECONDS = 10;

    private final Semaphore free = new Semaphore(AT_ONCE);

    @Inject
    private PageFiles files;

    /**
     * Adds a file that has arrived whole.
     *
     * @param size in bytes
     * @throws Refusal if it is too large or empty
     * @throws Unavailable if too many others are being stored
     */
    AttachmentHead add(Viewer viewer, SpaceHead space, PageHead page, String name, long size, InputStream bytes)
            throws IOException {
        if (size > Content.MAX_SIZE) {
            throw new Refusal("file.large", name, Content.MAX_SIZE >> 20);
        }
        if (!isFreeSoon()) {
            throw new Unavailable("file.busy");
        }
        try {
            return files.add(viewer, space, page, name, bytes.readAllBytes());
        } finally {
            free.release();
        }
    }

    private boolean isFreeSoon() {
        try {
            return free.tryAcquire(MAX_WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
