package io.commonplace.links;

import io.commonplace.database.Writes;
import io.commonplace.pages.FileLinks;
import io.commonplace.pages.LinkKeys;
import io.commonplace.pages.LinkTarget;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Finds the pages whose links have to be looked at, because targets have come, gone or changed their names. */
@ApplicationScoped
public class TargetChanges {
    private static final int BATCH = 100;
    private static final int KEYS = 1000;

    @Inject
    private LinkTaskStore tasks;

    @Inject
    private LinkQueries queries;

    @Inject
    private FileLinks files;

    /** @return the number of tasks that are done; 0 if there was none */
    @Writes
    public int run() {
        Map<Long, Long> renamed = tasks.take(LinkTask.Kind.TARGET, BATCH);
        Map<Long, Long> named = tasks.take(LinkTask.Kind.NEW_TARGET, BATCH);
        if (renamed.isEmpty() && named.isEmpty()) {
            return 0;
        }
        Set<Long> targets = new HashSet<>(renamed.values());
        Set<Long> affected = new TreeSet<>();
        if (!targets.isEmpty()) {
            affected.addAll(queries.pagesLinkingTo(targets));
        }
        targets.addAll(named.values());
        keys(targets).forEach((space, keys) -> affected.addAll(looking(space, keys)));
        tasks.add(LinkTask.Kind.LINKS, affected);
        List<Long> done = new ArrayList<>(renamed.keySet());
        done.addAll(named.keySet());
        tasks.delete(done);
        return done.size();
    }

    /** The names of these pages and files, by the space and the key. */
    private Map<Long, Map<Long, Set<Long>>> keys(Collection<Long> targets) {
        Map<Long, Map<Long, Set<Long>>> keys = queries.keysOfPages(targets);
        files.withIds(targets).forEach((space, found) -> {
            Map<Long, Set<Long>> inSpace = keys.computeIfAbsent(space, missing -> new HashMap<>());
            for (LinkTarget file : found) {
                LinkKeys.ofFile(file.path())
                        .forEach(key -> inSpace.computeIfAbsent(key, missing -> new HashSet<>())
                                .add(file.id()));
            }
        });
        return keys;
    }

    /** The pages with links that look for one of the names, and don't lead to the target with that name yet. */
    private Set<Long> looking(long spaceId, Map<Long, Set<Long>> keys) {
        Set<Long> pages = new HashSet<>();
        List<Long> all = List.copyOf(keys.keySet());
        for (int at = 0; at < all.size(); at += KEYS) {
            for (Object[] link : queries.looking(spaceId, all.subList(at, Math.min(all.size(), at + KEYS)))) {
                Set<Long> named = keys.getOrDefault((Long) link[1], Set.of());
                if (link[2] == null || !named.equals(Set.of((Long) link[2]))) {
                    pages.add((Long) link[0]);
                }
            }
        }
        return pages;
    }
}
