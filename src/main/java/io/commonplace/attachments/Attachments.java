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
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

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
        copy(file, 0, file.size(), to);
    }

    /**
     * Copies a part of the content, in the same way.
     *
     * @param from the first byte, counted from 0
     * @param length in bytes
     */
    public void copy(AttachmentHead file, long from, long length, OutputStream to) throws IOException {
        long end = from + length;
        for (long at = from; at < end; at += CHUNK) {
            to.write(chunk(file.hash(), at, (int) Math.min(CHUNK, end - at)));
        }
    }

    private byte[] chunk(String hash, long from, int length) {
        return router.find(em -> AttachmentQueries.chunk(em, hash, from, length))
                .orElseThrow(() -> new IllegalStateException("No such content: " + hash));
    }

    /** Those that have one of the paths now come before those that had it. */
    @Override
    public List<LinkTarget> at(long spaceId, Collection<String> paths) {
        return router.read(
                em -> both(targets(AttachmentQueries.at(em, spaceId, paths)), FileAliasQueries.at(em, spaceId, paths)));
    }

    @Override
    public List<LinkTarget> named(long spaceId, Collection<String> names) {
        return router.read(em ->
                both(targets(AttachmentQueries.named(em, spaceId, names)), FileAliasQueries.named(em, spaceId, names)));
    }

    @Override
    public Map<Long, List<LinkTarget>> withIds(Collection<Long> ids) {
        return router.read(em -> {
            Map<Long, List<LinkTarget>> found = new HashMap<>();
            AttachmentQueries.withIds(em, ids).forEach(file -> add(found, file.spaceId(), target(file)));
            FileAliasQueries.of(em, ids).forEach(former -> add(found, former.spaceId(), former.target()));
            return found;
        });
    }

    private static void add(Map<Long, List<LinkTarget>> found, long spaceId, LinkTarget target) {
        found.computeIfAbsent(spaceId, missing -> new ArrayList<>()).add(target);
    }

    private static List<LinkTarget> both(List<LinkTarget> current, List<LinkTarget> former) {
        return Stream.concat(current.stream(), former.stream()).toList();
    }

    private static List<LinkTarget> targets(List<AttachmentHead> files) {
        return files.stream().map(Attachments::target).toList();
    }

    private static LinkTarget target(AttachmentHead file) {
        return LinkTarget.file(file.id(), file.href(), file.path());
    }
}
