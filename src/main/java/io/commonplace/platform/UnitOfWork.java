package io.commonplace.platform;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One use case that changes something, from before its transaction until after it. It holds all the work that must run when
 * the transaction's outcome is known, in the order in which it was carried here. It is bound to the thread.
 *
 * <p>Failures after the commit are logged, never shown: the change is saved, and nobody must read that it isn't. Such a
 * failure costs at most a cached value, delays a job by some seconds, or hides the change from the session's next read. Each
 * part is called on its own, so that one failure doesn't stop the others.
 */
public final class UnitOfWork implements AutoCloseable {
    private static final ThreadLocal<@Nullable UnitOfWork> CURRENT = new ThreadLocal<>();

    private final Map<Class<?>, Part> parts = new LinkedHashMap<>();
    private final @Nullable UnitOfWork outer;

    private UnitOfWork() {
        this.outer = CURRENT.get();
        CURRENT.set(this);
    }

    /** Begins one on this thread; call it before the transaction begins. */
    public static UnitOfWork begin() {
        return new UnitOfWork();
    }

    /**
     * The part of this kind in the thread's unit of work; the first call creates it.
     *
     * @throws IllegalStateException if the thread has no unit of work: the part would never learn the outcome
     */
    public static <P extends Part> P carry(Class<P> kind, Supplier<P> make) {
        UnitOfWork current = CURRENT.get();
        if (current == null) {
            throw new IllegalStateException(kind.getName() + " is carried past a commit only in a @Writes method");
        }
        return kind.cast(current.parts.computeIfAbsent(kind, missing -> make.get()));
    }

    /** @param position the replication position from which on the change is visible */
    public void committed(String position) {
        end(part -> part.committed(position));
    }

    /** It is certain that nothing was changed. The transaction may be tried again in the same unit. */
    public void rolledBack() {
        end(Part::rolledBack);
    }

    /** It is not known whether the transaction was committed, or from which position on the change is visible. */
    public void unknown() {
        end(Part::unknown);
    }

    private void end(Consumer<Part> outcome) {
        List<Part> ended = List.copyOf(parts.values());
        parts.clear();
        ended.forEach(
                part -> BestEffort.run("after a commit, " + part.getClass().getName(), () -> outcome.accept(part)));
    }

    /** Parts that have not been notified of an outcome get {@link #unknown}. */
    @Override
    public void close() {
        if (outer == null) {
            CURRENT.remove();
        } else {
            CURRENT.set(outer);
        }
        unknown();
    }

    /** The work of one feature that waits for the outcome of a transaction. */
    public interface Part {
        /** @param position the replication position from which on the change is visible */
        void committed(String position);

        /** Nothing was changed. */
        default void rolledBack() {}

        /** The transaction may have been committed, or not. */
        default void unknown() {}
    }
}
