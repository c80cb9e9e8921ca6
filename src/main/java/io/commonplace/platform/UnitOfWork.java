package io.commonplace.platform;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One use case that changes something, from before its transaction until after it. It owns what is carried past the commit:
 * what has to happen when the transaction's end is known. Bound to the thread; with it goes all that it carries.
 *
 * <p>What happens after the commit is logged, never shown. The change is there by then: a failure may cost a cache its
 * value or a job some seconds, but must not tell somebody that nothing was saved. So each part is told on its own.
 */
public final class UnitOfWork implements AutoCloseable {
    private static final ThreadLocal<@Nullable UnitOfWork> CURRENT = new ThreadLocal<>();

    private final Map<Class<?>, Part> parts = new LinkedHashMap<>();
    private final @Nullable UnitOfWork around;

    private UnitOfWork() {
        this.around = CURRENT.get();
        CURRENT.set(this);
    }

    /** Begins one on this thread, before its transaction. */
    public static UnitOfWork begin() {
        return new UnitOfWork();
    }

    /**
     * What the present use case carries of this kind; made with the first call.
     *
     * @throws IllegalStateException if this thread is at none: nobody would tell how the transaction ended
     */
    public static <P extends Part> P carry(Class<P> kind, Supplier<P> make) {
        UnitOfWork current = CURRENT.get();
        if (current == null) {
            throw new IllegalStateException(kind.getName() + " is carried past a commit only in a @Writes method");
        }
        return kind.cast(current.parts.computeIfAbsent(kind, missing -> make.get()));
    }

    /** @param position where replication has to be for the change to be seen */
    public void committed(String position) {
        tell(part -> part.committed(position));
    }

    /** Nothing was changed, as is known for certain. The transaction may be tried again in the same unit. */
    public void rolledBack() {
        tell(Part::rolledBack);
    }

    /** It is not known whether it was committed, or where replication has to be for the change to be seen. */
    public void unknown() {
        tell(Part::unknown);
    }

    private void tell(Consumer<Part> end) {
        List<Part> told = List.copyOf(parts.values());
        parts.clear();
        told.forEach(part -> BestEffort.run("after a commit, " + part.getClass().getName(), () -> end.accept(part)));
    }

    /** Without an end that was told, nothing is known of it. */
    @Override
    public void close() {
        if (around == null) {
            CURRENT.remove();
        } else {
            CURRENT.set(around);
        }
        unknown();
    }

    /** What one feature carries past a commit. */
    public interface Part {
        /** @param position where replication has to be for the change to be seen */
        void committed(String position);

        /** Nothing was changed. */
        default void rolledBack() {}

        /** It may have been committed, or not. */
        default void unknown() {}
    }
}
