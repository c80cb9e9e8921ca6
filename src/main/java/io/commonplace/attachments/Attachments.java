package io.commonplace.attachments;

import io.commonplace.cache.CacheRegion;
import io.commonplace.cache.Caches;
import io.commonplace.database.ReadRouter;
import io.commonplace.pages.FileLinks;
import io.commonplace.pages.LinkTarget;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads attachments. It checks no rights; callers must have checked the right to view the space. */
@ApplicationScoped
public class Attachments implements FileLinks {
    private static final int CHUNK = 1 << 20;

    @Inject
    private ReadRouter router;

    @Inject
    private Caches caches;

    /** The attachments of a page, sorted by name. */
    public List<AttachmentHead> ofPage(long pageId) {
        return caches.get(
                CacheRegion.ATTACHMENTS,
                pageId,
                fresh -> router.read(fresh, em -> AttachmentQueries.ofPage(em, pageId)));
    }

    public Optional<AttachmentHead> find(long id) {
        return router.find(em -> AttachmentQueries.find(em, id));
    }

    /** Attachments with this content, the oldest first. */
    public List<AttachmentHead> withContent(String hash) {
        return router.read(em -> AttachmentQueries.withContent(em, hash));
    }

    /** Whether there is content with this hash. */
    public boolean exists(String hash) {
        return router.find(em -> AttachmentQueries.chunk(em, hash, 0, 1)).isPresent();
    }

    /**
     * Copies the content in chunks of one mebibyte, so that a large file or a slow reader takes no more memory than that.
     *
     * @throws IllegalStateException if there is no such content
     */
    public void copy(AttachmentHead file, OutputStream to) throws IOException {
        for (long from = 0; from < file.size(); from += CHUNK) {
            to.write(chunk(file.hash(), from));
        }
    }

    private byte[] chunk(String hash, long from) {
        return router.find(em -> AttachmentQueries.chunk(em, hash, from, CHUNK))
                .orElseThrow(() -> new IllegalStateException("No such content: " + hash));
    }

    @Override
    public List<LinkTarget> at(long spaceId, Collection<String> paths) {
        return targets(router.read(em -> AttachmentQueries.at(em, spaceId, paths)));
    }

    @Override
    public List<LinkTarget> named(long spaceId, Collection<String> names) {
        return targets(router.read(em -> AttachmentQueries.named(em, spaceId, names)));
    }

    @Override
    public Map<Long, List<LinkTarget>> withIds(Collection<Long> ids) {
        return router.read(em -> AttachmentQueries.withIds(em, ids)).stream()
                .collect(Collectors.groupingBy(
                        AttachmentHead::spaceId,
                        Collectors.collectingAndThen(Collectors.toList(), Attachments::targets)));
    }

    private static List<LinkTarget> targets(List<AttachmentHead> files) {
        return files.stream()
                .map(file -> LinkTarget.file(file.id(), file.href(), file.path()))
                .toList();
    }
}
