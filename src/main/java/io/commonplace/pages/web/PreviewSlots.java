package io.commonplace.pages.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Bounds the previews that this clone is at: one of a person's, and only a few of all people's, so that rendering can't
 * take the threads and processors that readers need. Nobody waits here; who is turned away comes back in a second.
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

    /** @return empty if the person's former preview isn't done yet, or too many others' are not */
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
