package io.commonplace.attachments;

import io.commonplace.pages.Author;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes the versions of files. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class FileVersionStore {
    @PersistenceContext(unitName = "rw")
    private EntityManager em;

    @Inject
    private Clock clock;

    /** Makes sure that the content which is replaced now has a version. */
    void keep(AttachmentHead file) {
        FileVersionHead newest = newest(file.id());
        if (newest == null || !newest.hasContentOf(file)) {
            em.persist(
                    new FileVersion(file, FileVersionHead.unknown(file, newest).number()));
        }
    }

    /**
     * Adds the current content as a version.
     *
     * @param restoredFrom the version that it repeats; null for none
     * @return its number
     */
    int add(AttachmentHead file, Author author, @Nullable Integer restoredFrom) {
        FileVersionHead newest = newest(file.id());
        int number = newest == null ? 1 : newest.number() + 1;
        em.persist(new FileVersion(file, number, author, clock.instant(), restoredFrom));
        return number;
    }

    Optional<FileVersion> find(long fileId, int number) {
        return Optional.ofNullable(em.find(FileVersion.class, new FileVersion.Key(fileId, number)));
    }

    private @Nullable FileVersionHead newest(long fileId) {
        return FileVersionQueries.before(em, fileId, Integer.MAX_VALUE, 1).stream()
                .findFirst()
                .orElse(null);
    }
}
