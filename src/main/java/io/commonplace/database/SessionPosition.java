package io.commonplace.database;

import io.commonplace.platform.BestEffort;
import io.commonplace.platform.UnitOfWork;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The replication position that a request's reads need: its session's last write, and all that the session has seen, so that
 * nothing disappears again on another replica. It is bound to the thread.
 */
@ApplicationScoped
public class SessionPosition {
    private static final ThreadLocal<@Nullable Bound> BOUND = new ThreadLocal<>();

    /**
     * Begins a request, or a step of a job.
     *
     * @param needed the position of the session's writes and reads so far
     * @param wrote called when a write of the session advances it, before the response is sent
     * @param saw called when a read of the session advances it
     */
    public void bind(@Nullable String needed, Consumer<String> wrote, Consumer<String> saw) {
        BOUND.set(new Bound(needed, wrote, saw));
    }

    public void unbind() {
        BOUND.remove();
    }

    boolean isBound() {
        return BOUND.get() != null;
    }

    @Nullable
    String needed() {
        Bound bound = BOUND.get();
        return bound == null ? null : bound.needed;
    }

    /** Advances the thread's session when the current unit of work ends with a commit. */
    static void advanceAtCommit() {
        UnitOfWork.carry(Advance.class, Advance::new);
    }

    void see(String position) {
        Bound bound = BOUND.get();
        if (bound != null && bound.reach(position)) {
            bound.saw.accept(position);
        }
    }

    private static final class Advance implements UnitOfWork.Part {
        /** If the position can't be stored in the session, the response carries it as seen. */
        @Override
        public void committed(String position) {
            Bound bound = BOUND.get();
            if (bound != null
                    && bound.reach(position)
                    && !BestEffort.run("storing a session's position", () -> bound.wrote.accept(position))) {
                bound.saw.accept(position);
            }
        }
    }

    private static final class Bound {
        private @Nullable String needed;
        private final Consumer<String> wrote;
        private final Consumer<String> saw;

        private Bound(@Nullable String needed, Consumer<String> wrote, Consumer<String> saw) {
            this.needed = needed;
            this.wrote = wrote;
            this.saw = saw;
        }

        /** @return whether the position is later than all before */
        private boolean reach(String position) {
            String before = needed;
            needed = Positions.latest(before, position);
            return !position.isEmpty() && !Objects.equals(before, needed);
        }
    }
}
