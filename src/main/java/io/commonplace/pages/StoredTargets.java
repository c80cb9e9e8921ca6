package io.commonplace.pages;

import io.commonplace.database.ReadRouter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Looks up link targets in the database. */
@ApplicationScoped
public class StoredTargets {
    @Inject
    private ReadRouter router;

    @Inject
    private FileLinks files;

    public LinkTargets in(SpaceHead space) {
        return new LinkTargets() {
            @Override
            public Map<String, String> pages(Collection<String> paths) {
                return pageHrefs(space, paths);
            }

            @Override
            public Map<String, String> files(Collection<String> paths) {
                return paths.isEmpty() ? Map.of() : files.hrefs(space.id(), paths);
            }
        };
    }

    private Map<String, String> pageHrefs(SpaceHead space, Collection<String> paths) {
        if (paths.isEmpty()) {
            return Map.of();
        }
        Map<String, String> hrefs = new HashMap<>();
        router.read(em -> PageQueries.existing(em, space.id(), paths))
                .forEach(path -> hrefs.put(path, space.href(path)));
        return hrefs;
    }
}
