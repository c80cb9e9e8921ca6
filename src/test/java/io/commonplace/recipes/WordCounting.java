package io.commonplace.recipes;

import io.commonplace.cache.CacheRegion;
import io.commonplace.cache.Caches;
import io.commonplace.cache.Invalidations;
import io.commonplace.database.ReadRouter;
import io.commonplace.database.Writes;
import io.commonplace.jobs.Jobs;
import io.commonplace.jobs.NewJob;
import io.commonplace.pages.SpaceHead;
import io.commonplace.people.Access;
import io.commonplace.people.SpaceLevel;
import io.commonplace.people.Viewer;
import io.commonplace.platform.Messages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Map;

/** Use cases about words. The region stands for one that would have to be added. */
@ApplicationScoped
public class WordCounting {
    @Inject
    private Access access;

    @Inject
    private Jobs jobs;

    @Inject
    private WordCounts counts;

    @Inject
    private Caches caches;

    @Inject
    private ReadRouter router;

    @Inject
    private Invalidations invalidations;

    @Writes
    public long start(Viewer viewer, SpaceHead space) {
        access.require(viewer, SpaceLevel.ADMINISTER, space.id());
        String title = Messages.text("words.title", space.name());
        return jobs.submit(
                new NewJob(CountWords.NAME, title, Long.toString(space.id()), viewer.name()),
                steps -> steps.addSteps("count", counts.pages(space.id()), 16));
    }

    public int wordsOf(long pageId) {
        return caches.get(
                CacheRegion.ATTACHMENTS, pageId, fresh -> router.read(fresh, em -> WordQueries.wordsOf(em, pageId)));
    }

    @Writes
    public void recount(long pageId, int words) {
        counts.store(Map.of(pageId, words));
        invalidations.mark(CacheRegion.ATTACHMENTS, pageId);
    }

    /** Queries, each of which gets the entity manager of the server that is read from. */
    static final class WordQueries {
        private WordQueries() {}

        static int wordsOf(EntityManager em, long pageId) {
            return em.createQuery("select r.markdown from Revision r where r.pageId = :page", String.class)
                    .setParameter("page", pageId)
                    .getResultStream()
                    .mapToInt(text -> text.split("\\s+").length)
                    .sum();
        }
    }
}
