package io.commonplace.transfer;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.commonplace.pages.LinkTargets;
import io.commonplace.pages.PageReader;
import io.commonplace.pages.SpaceHead;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** The link targets for imported pages: what the space has already, and what the archive contains. */
@ApplicationScoped
class ImportTargets {
    /** Of all imports that this clone works on; a target takes about 500 bytes. */
    private static final int MAX_TARGETS = 500_000;

    /** A plan never changes, so a clone reads it once for many steps of one import. */
    private final Cache<Long, PlannedTargets> known = Caffeine.newBuilder()
            .maximumWeight(MAX_TARGETS)
            .weigher((Long job, PlannedTargets targets) -> targets.size())
            .expireAfterAccess(Duration.ofMinutes(10))
            .build();

    @Inject
    private ImportQueries queries;

    @Inject
    private PageReader pageReader;

    LinkTargets of(long jobId, String slug) {
        return known.get(jobId, missing -> read(jobId, slug));
    }

    private PlannedTargets read(long jobId, String slug) {
        SpaceHead space = pageReader.space(slug).orElseThrow(() -> new IllegalStateException("No such space: " + slug));
        PlannedTargets targets = new PlannedTargets(space);
        queries.formerPaths(space.id()).forEach((path, page) -> targets.addFormer(page, path));
        queries.pages(space.id()).forEach(targets::addPage);
        queries.formerAttachments(space.id()).forEach(targets::addFile);
        queries.attachments(space.id()).forEach(targets::addFile);
        queries.plan(jobId).forEach(targets::add);
        return targets;
    }
}
