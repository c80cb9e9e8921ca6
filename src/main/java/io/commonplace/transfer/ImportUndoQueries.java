package io.commonplace.transfer;

import io.commonplace.database.ReadRouter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads what could be taken back of an import, for people. */
@ApplicationScoped
class ImportUndoQueries {
    @Inject
    private ReadRouter router;

    Optional<ImportRun> find(long importId) {
        return router.find(em -> Optional.ofNullable(em.find(ImportRun.class, importId)));
    }

    /** The pages that are not taken back yet, by what the import did to them. */
    Map<ImportedPage.Outcome, Long> open(long importId) {
        return router
                .read(em -> em.createQuery(
                                "select p.outcome, count(p) from ImportedPage p where p.importId = :import"
                                        + " and p.undone = false group by p.outcome",
                                Object[].class)
                        .setParameter("import", importId)
                        .getResultList())
                .stream()
                .collect(Collectors.toMap(row -> (ImportedPage.Outcome) row[0], row -> (Long) row[1]));
    }
}
