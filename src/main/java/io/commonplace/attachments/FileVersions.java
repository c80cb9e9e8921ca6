package io.commonplace.attachments;

import io.commonplace.database.ReadRouter;
import io.commonplace.platform.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the versions of files. It checks no rights; callers must have checked the right to view the space. */
@ApplicationScoped
public class FileVersions {
    private static final int BATCH = 100;

    @Inject
    private ReadRouter router;

    /**
     * Some versions, newest first. The first one is the current one, even if it was stored without a version.
     *
     * @param before a number; versions with a smaller one are listed; 0 for the newest
     */
    public List<FileVersionHead> before(AttachmentHead file, int before, int limit) {
        if (before > 0) {
            return router.read(em -> FileVersionQueries.before(em, file.id(), before, limit));
        }
        return router.read(
                em -> withCurrent(file, FileVersionQueries.before(em, file.id(), Integer.MAX_VALUE, limit), limit));
    }

    /**
     * The latest version of each of some files at a moment. Absent are files that came later, and those that were stored without
     * a version and have not been replaced since.
     */
    public Map<Long, FileVersionHead> at(Collection<Long> fileIds, Instant moment) {
        Map<Long, FileVersionHead> found = new HashMap<>();
        List<Long> ids = List.copyOf(fileIds);
        for (int from = 0; from < ids.size(); from += BATCH) {
            List<Long> batch = ids.subList(from, Math.min(from + BATCH, ids.size()));
            found.putAll(router.read(em -> FileVersionQueries.at(em, batch, moment)));
        }
        return found;
    }

    static List<FileVersionHead> withCurrent(AttachmentHead file, List<FileVersionHead> stored, int limit) {
        FileVersionHead newest = stored.isEmpty() ? null : stored.get(0);
        if (newest != null && newest.hasContentOf(file)) {
            return stored;
        }
        List<FileVersionHead> all = new ArrayList<>(List.of(FileVersionHead.unknown(file, newest)));
        all.addAll(stored);
        return all.subList(0, Math.min(limit, all.size()));
    }

    /** @throws NotFound if the file has no version of this number */
    public FileVersionHead get(AttachmentHead file, int number) {
        return router.find(em -> FileVersionQueries.find(em, file.id(), number))
                .or(() -> current(file).filter(version -> version.number() == number))
                .orElseThrow(() -> new NotFound("file.version.notFound"));
    }

    private Optional<FileVersionHead> current(AttachmentHead file) {
        return before(file, 0, 1).stream().findFirst();
    }
}
