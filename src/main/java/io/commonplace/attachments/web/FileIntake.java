package io.commonplace.attachments.web;

import io.commonplace.attachments.Content;
import io.commonplace.attachments.Upload;
import io.commonplace.platform.Refusal;
import io.commonplace.platform.Unavailable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Reads uploaded files, a few at a time: each is in memory once while it is stored. */
@ApplicationScoped
public class FileIntake {
    private static final int AT_ONCE = 3;
    private static final int MAX_WAIT_SECONDS = 10;

    private final Semaphore free = new Semaphore(AT_ONCE);

    /**
     * Takes a file that has arrived whole.
     *
     * @param size in bytes
     * @param use stores the bytes, while few others do
     * @throws Refusal if it is too large
     * @throws Unavailable if too many others are being stored
     */
    <T> T take(String name, long size, InputStream bytes, Function<byte[], T> use) throws IOException {
        if (size > Content.MAX_SIZE) {
            throw new Refusal("file.large", name, Content.MAX_SIZE >> 20);
        }
        if (!isFreeSoon()) {
            throw new Unavailable("file.busy");
        }
        try {
            return use.apply(bytes.readAllBytes());
        } finally {
            free.release();
        }
    }

    /** Takes a file of a form. */
    <T> T take(Part part, Function<Upload, T> use) {
        String name = name(part);
        try (InputStream bytes = part.getInputStream()) {
            return take(name, part.getSize(), bytes, all -> use.apply(new Upload(name, all)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The name that the browser sent; empty if no file was chosen. */
    static String name(Part part) {
        String sent = part.getSubmittedFileName();
        return sent == null ? "" : sent;
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
