package io.commonplace.database;

import io.commonplace.platform.BestEffort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How far replication must be for the present request: to its session's own last write, and to all that the session has
 * seen, so that nothing is un-seen on another replica. Bound to the thread.
 */
@ApplicationScoped
public class SessionPosition {
    private static final ThreadLocal<@Nullable Bound> BOUND = new ThreadLocal<>();

    /**
     * Begins a request, or a step of a job.
     *
     * @param needed where the session's writes and reads have been
     * @param wrote told when a write of the session advances it, before the answer is committed
     * @param saw told when a read of the session advances it
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

    /** What was written is written: where that can't be kept, the request's own answer carries it as something seen. */
    void advance(String position) {
        Bound bound = BOUND.get();
        if (bound != null
                && bound.reach(position)
                && !BestEffort.run("keeping a session's position", () -> bound.wrote.accept(position))) {
            BestEffort.run("sending a session's position", () -> bound.saw.accept(position));
        }
    }

    void see(String position) {
        Bound bound = BOUND.get();
        if (bound != null && bound.reach(position)) {
            bound.saw.accept(position);
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

        /** Whether that is further than all before. */
        private boolean reach(String position) {
            String before = needed;
            needed = Positions.latest(before, position);
            return !position.isEmpty() && !Objects.equals(before, needed);
        }
    }
}
