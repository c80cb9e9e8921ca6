package io.commonplace.database;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** How far replication must be for the present request to see its session's own writes. Bound to the thread. */
@ApplicationScoped
public class SessionPosition {
    private static final ThreadLocal<@Nullable Bound> BOUND = new ThreadLocal<>();

    /** Begins a request; {@code keep} is told when the position advances, before the answer is committed. */
    public void bind(@Nullable String position, Consumer<String> keep) {
        BOUND.set(new Bound(position, keep));
    }

    public void unbind() {
        BOUND.remove();
    }

    @Nullable
    String get() {
        Bound bound = BOUND.get();
        return bound == null ? null : bound.position;
    }

    void advance(String position) {
        Bound bound = BOUND.get();
        if (bound != null) {
            bound.position = position;
            bound.keep.accept(position);
        }
    }

    private static final class Bound {
        private @Nullable String position;
        private final Consumer<String> keep;

        private Bound(@Nullable String position, Consumer<String> keep) {
            this.position = position;
            this.keep = keep;
        }
    }
}
