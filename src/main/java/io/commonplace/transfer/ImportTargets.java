package io.commonplace.transfer;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.commonplace.attachments.AttachmentHead;
import io.commonplace.pages.LinkTargets;
import io.commonplace.pages.PageReader;
import io.commonplace.pages.SpaceHead;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The link targets for imported pages: what the space has already, and what the archive contains. */
@ApplicationScoped
class ImportTargets {
    /** A plan never changes, so a clone reads it once for many steps of one import. */
    private final Cache<Long, LinkTargets> known = Caffeine.newBuilder()
            .maximumSize(4)
            .expireAfterAccess(Duration.ofMinutes(10))
            .build();

    @Inject
    private ImportQueries queries;

    @Inject
    private PageReader pageReader;

    LinkTargets of(long jobId, String slug) {
        return known.get(jobId, missing -> read(jobId, slug));
    }

    private LinkTargets read(long jobId, String slug) {
        SpaceHead space = pageReader.space(slug).orElseThrow(() -> new IllegalStateException("No such space: " + slug));
        Map<String, String> pages = new HashMap<>();
        Map<String, String> files = new HashMap<>();
        queries.formerPaths(space.id()).forEach(path -> pages.put(path, space.href(path)));
        queries.pageIds(space.id()).keySet().forEach(path -> pages.put(path, space.href(path)));
        queries.attachmentHrefs(space.id()).forEach((path, href) -> files.put(path.toLowerCase(Locale.ROOT), href));
        for (PlannedFile file : queries.plan(jobId)) {
            switch (file.kind()) {
                case PAGE, FOLDER, ALIAS -> pages.put(file.path(), space.href(file.path()));
                case FILE ->
                    files.put(
                            file.path().toLowerCase(Locale.ROOT),
                            AttachmentHead.href(file.targetId(), file.hash(), file.title()));
            }
        }
        return new Targets(pages, files);
    }

    /** Addresses by path; the paths of files are in lower case. */
    private record Targets(Map<String, String> byPage, Map<String, String> byFile) implements LinkTargets {
        @Override
        public Map<String, String> pages(Collection<String> paths) {
            return find(paths, byPage, UnaryOperator.identity());
        }

        @Override
        public Map<String, String> files(Collection<String> paths) {
            return find(paths, byFile, path -> path.toLowerCase(Locale.ROOT));
        }

        private static Map<String, String> find(
                Collection<String> paths, Map<String, String> hrefs, UnaryOperator<String> key) {
            return paths.stream()
                    .filter(path -> hrefs.containsKey(key.apply(path)))
                    .collect(Collectors.toMap(
                            Function.identity(), path -> Objects.requireNonNull(hrefs.get(key.apply(path)))));
        }
    }
}
