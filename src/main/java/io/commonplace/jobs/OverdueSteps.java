package io.commonplace.jobs;

import io.commonplace.database.Servers;
import io.commonplace.platform.BestEffort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Calls for a worker once more, for steps to which none came: by another message, and without one where nobody works. */
@ApplicationScoped
class OverdueSteps {
    private static final int AT_ONCE = 200;

    @Inject
    private SweepQueries finds;

    @Inject
    private JobKinds kinds;

    @Inject
    private JobSender sender;

    @Inject
    private BrokerlessWorker spare;

    @Inject
    private Servers servers;

    void forOverdue() {
        Map<String, List<Long>> overdue = finds.overdue(AT_ONCE).stream()
                .collect(Collectors.groupingBy(
                        SweepQueries.Overdue::kind,
                        Collectors.mapping(SweepQueries.Overdue::stepId, Collectors.toList())));
        if (!overdue.isEmpty()) {
            String position = servers.newestPosition();
            // Another version of the application may have kinds that this one doesn't know.
            BestEffort.each(overdue.entrySet().stream()
                    .map(kind -> (Runnable) () -> call(kind.getKey(), kind.getValue(), position))
                    .toList());
        }
    }

    private void call(String kind, List<Long> steps, @Nullable String position) {
        sender.send(kinds.named(kind).lane(), steps, position, Origin.UNKNOWN);
        // An idle clone would have taken the first message, if one had come.
        spare.offer(steps, position);
    }
}
