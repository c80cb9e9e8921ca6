package io.commonplace.inside;

import io.commonplace.platform.log.LogContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;
import org.eclipse.persistence.internal.databaseaccess.DatabaseCall;
import org.eclipse.persistence.internal.jpa.EntityManagerFactoryProvider;
import org.eclipse.persistence.sessions.SessionEvent;
import org.eclipse.persistence.sessions.SessionEventAdapter;

/** Records the statements that EclipseLink sends to the databases, from all persistence units. */
public final class Statements extends SessionEventAdapter implements AutoCloseable {
    private final Queue<Sent> sent = new ConcurrentLinkedQueue<>();
    private final Predicate<String> logContext;

    /** @param logContext selects the log contexts whose statements are recorded; see {@link io.commonplace.platform.log.LogContext} */
    public Statements(Predicate<String> logContext) {
        this.logContext = logContext;
        EntityManagerFactoryProvider.getEmSetupImpls().values().stream()
                .filter(unit -> unit.getSession() != null)
                .forEach(unit -> unit.getSession().getEventManager().addListener(this));
    }

    @Override
    public void postExecuteCall(SessionEvent event) {
        String now = LogContext.describe();
        if (logContext.test(now) && event.getCall() instanceof DatabaseCall call) {
            sent.add(new Sent(call.getSQLString(), new ArrayList<>(call.getParameters()), now));
        }
    }

    public List<Sent> sent() {
        return List.copyOf(sent);
    }

    @Override
    public void close() {
        EntityManagerFactoryProvider.getEmSetupImpls().values().stream()
                .filter(unit -> unit.getSession() != null)
                .forEach(unit -> unit.getSession().getEventManager().removeListener(this));
    }

    /** A statement with its parameters and log context. */
    public record Sent(String sql, List<?> parameters, String logContext) {}
}
