package io.commonplace.search;

import io.commonplace.database.ReadRouter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Compares what the index has found with the database. */
@ApplicationScoped
public class StoredPages {
    @Inject
    private ReadRouter router;

    /** Of these pages, those that are still where the index has them: neither deleted nor moved. */
    Set<Long> unmoved(Collection<IndexedPage> pages) {
        List<Long> ids = pages.stream().map(IndexedPage::id).toList();
        Map<Long, String> paths = ids.isEmpty() ? Map.of() : router.read(em -> IndexQueries.paths(em, ids));
        return pages.stream()
                .filter(page -> page.path().equals(paths.get(page.id())))
                .map(IndexedPage::id)
                .collect(Collectors.toSet());
    }

    /** By page, the deletion with which it went to the trash; without pages that are not there. */
    Map<Long, Long> deletions(Collection<IndexedPage> pages) {
        List<Long> ids = pages.stream().map(IndexedPage::id).toList();
        return ids.isEmpty() ? Map.of() : router.read(em -> IndexQueries.deletions(em, ids));
    }
}
