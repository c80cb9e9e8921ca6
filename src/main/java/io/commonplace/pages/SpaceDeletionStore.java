package io.commonplace.pages;

import io.commonplace.jobs.JobState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;

/** The rows of deleted spaces themselves. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class SpaceDeletionStore {
    private static final List<JobState> OPEN = List.of(JobState.QUEUED, JobState.RUNNING);

    @PersistenceContext(unitName = "rw")
    private EntityManager em;

    @Inject
    private SpaceStore spaces;

    /** Spaces that were deleted before {@code limit} and that no job deletes at the moment. */
    List<Long> due(Instant limit) {
        return em.createQuery(
                        "select s.id from Space s where s.deletedAt <= :limit and not exists"
                                + " (select j from Job j where j.id = s.deletionJob and j.state in :open)",
                        Long.class)
                .setParameter("limit", limit)
                .setParameter("open", OPEN)
                .getResultList();
    }

    /** Deletes a space that has no content any more, with its rights, former keys and the drafts of new pages at its top. */
    void delete(Space space) {
        long id = space.id();
        for (String table : List.of("deletion", "old_path", "old_space_key", "space_right")) {
            em.createNativeQuery("delete from " + table + " where space_id = ?1")
                    .setParameter(1, id)
                    .executeUpdate();
        }
        em.createNativeQuery("delete from draft where substring_index(id, '/', -1) = ?1")
                .setParameter(1, DraftTarget.below(id, null).name())
                .executeUpdate();
        spaces.listsChanged(space);
        em.remove(space);
    }
}
