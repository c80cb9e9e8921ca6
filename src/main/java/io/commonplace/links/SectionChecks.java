package io.commonplace.links;

import io.commonplace.database.Writes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;

/** Judges the links to sections of pages whose sections have changed. */
@ApplicationScoped
public class SectionChecks {
    private static final int BATCH = 20;

    @Inject
    private LinkTaskStore tasks;

    @Inject
    private LinkStore store;

    /** @return the number of tasks that are done; 0 if there was none */
    @Writes
    public int run() {
        Map<Long, Long> taken = tasks.take(LinkTask.Kind.SECTIONS, BATCH);
        if (!taken.isEmpty()) {
            store.judgeSections(false, Set.copyOf(taken.values()));
            tasks.delete(taken.keySet());
        }
        return taken.size();
    }
}
