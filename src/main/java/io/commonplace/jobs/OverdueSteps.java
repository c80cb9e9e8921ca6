package io.commonplace.jobs;

import io.commonplace.database.Servers;
import io.commonplace.platform.BestEffort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Wakes workers for overdue steps: by another message, and without a message on an idle clone. */
@ApplicationScoped
class OverdueSteps {
    private static final int MAX_STEPS = 200;

    @Inject
    private SweepQueries queries;

    @Inject
    private JobKinds kinds;

    @Inject
    private JobSender sender;

    @Inject
    private BrokerlessWorker brokerlessWorker;

    @Inject
    private Servers servers;

    void wake() {
        Map<String, List<Long>> overdue = queries.overdue(MAX_STEPS).stream()
                .collect(Collectors.groupingBy(
                        SweepQueries.Overdue::kind,
                        Collectors.mapping(SweepQueries.Overdue::stepId, Collectors.toList())));
        if (!overdue.isEmpty()) {
            String position = servers.newestPosition();
            // Each kind on its own: another version of the application may have kinds that this one doesn't know.
            BestEffort.each(overdue.entrySet().stream()
                    .map(kind -> (Runnable) () -> wake(kind.getKey(), kind.getValue(), position))
                    .toList());
        }
    }

    private void wake(String kind, List<Long> steps, @Nullable String position) {
        sender.sendAgain(kinds.named(kind).lane(), steps, position);
        // On an idle clone an overdue step means that its message has not arrived.
        brokerlessWorker.offer(steps, position);
    }
}
