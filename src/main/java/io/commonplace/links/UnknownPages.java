package io.commonplace.links;

import io.commonplace.database.Writes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/**
 * Finds pages that were saved without their links, by a clone of an earlier version during a roll-out. Pages that were there
 * before have tasks from the migration.
 */
@ApplicationScoped
public class UnknownPages {
    @Inject
    private LinkQueries queries;

    @Inject
    private LinkTaskStore tasks;

    @Writes
    public void find() {
        List<Long> pages = queries.savedWithoutLinks();
        tasks.add(LinkTask.Kind.TARGET, pages);
        tasks.add(LinkTask.Kind.LINKS, pages);
    }
}
