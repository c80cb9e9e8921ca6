package io.commonplace.jobs;

import io.commonplace.cluster.Broadcast;
import io.commonplace.platform.BestEffort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongConsumer;

/** Notifies all clones of changes to a job, so that they can notify their browsers. */
@ApplicationScoped
public class JobFeed {
    private static final String CHANNEL = "job";

    private final List<LongConsumer> listeners = new CopyOnWriteArrayList<>();

    @Inject
    private Broadcast broadcast;

    /** Subscribes to messages; called once, when the application starts. */
    public void open() {
        broadcast.on(CHANNEL, message -> {
            long jobId = Long.parseLong(message);
            listeners.forEach(
                    listener -> BestEffort.run("handling a change of job " + jobId, () -> listener.accept(jobId)));
        });
    }

    /** Calls {@code listener} with the identifier of each job that changes, in a thread of the grid: it must not block. */
    public void subscribe(LongConsumer listener) {
        listeners.add(listener);
    }

    void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) JobChanged job) {
        changed(job.id());
    }

    void changed(long jobId) {
        broadcast.send(CHANNEL, Long.toString(jobId));
    }
}
