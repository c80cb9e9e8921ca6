package io.commonplace.pages.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Limits concurrent previews on this clone: one per person, and a few in total, so that previews can't take the threads and
 * processors that readers need. Nobody waits here; a refused browser tries again after a second.
 */
@ApplicationScoped
public class PreviewSlots {
    private final Semaphore free;
    private final Set<Long> busy = ConcurrentHashMap.newKeySet();

    public PreviewSlots() {
        this(Math.max(2, Runtime.getRuntime().availableProcessors() / 2));
    }

    PreviewSlots(int slots) {
        free = new Semaphore(slots);
    }

    /** @return empty if the person's previous preview is still running, or too many others are */
    <T> Optional<T> run(long personId, Supplier<T> preview) {
        if (!busy.add(personId)) {
            return Optional.empty();
        }
        try {
            return runIfFree(preview);
        } finally {
            busy.remove(personId);
        }
    }

    private <T> Optional<T> runIfFree(Supplier<T> preview) {
        if (!free.tryAcquire()) {
            return Optional.empty();
        }
        try {
            return Optional.of(preview.get());
        } finally {
            free.release();
        }
    }
}
