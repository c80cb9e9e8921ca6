package io.commonplace.attachments;

import io.commonplace.pages.Author;
import io.commonplace.pages.PageEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes attachments, with their versions and former paths. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class AttachmentStore {
    @PersistenceContext(unitName = "rw")
    private EntityManager em;

    @Inject
    private FileVersionStore versions;

    @Inject
    private FileAliasStore aliases;

    @Inject
    private FileReports reports;

    /**
     * Lets the path refer to the content. If it refers to another one, this one becomes its new version.
     *
     * @return what was done
     */
    public Outcome put(NewFile file, FileContent content, Author author) {
        Optional<Attachment> known = find(file.spaceId(), file.path());
        if (known.isEmpty()) {
            add(file, content, author);
            return Outcome.CREATED;
        }
        Long before = known.get().pageId();
        boolean moves = !known.get().isListedOn(file.pageId());
        boolean changes = replace(known.get(), file.pageId(), content, author);
        if (moves) {
            reports.listChanged(before);
        }
        return changes ? Outcome.UPDATED : Outcome.UNCHANGED;
    }

    /** Adds a file at a path at which there is none. */
    AttachmentHead add(NewFile file, FileContent content, Author author) {
        Attachment added = persist(file, content);
        versions.add(added.head(), author, null);
        reports.tell(added, PageEvent.Kind.FILE_ADDED, "", author);
        reports.targetAdded(added);
        reports.listChanged(added.pageId());
        return added.head();
    }

    /** The row of a file that is added or restored. Links by its path lead to it from now on. */
    Attachment persist(NewFile file, FileContent content) {
        Attachment added = new Attachment(file);
        added.assign(file.pageId(), content);
        em.persist(added);
        aliases.drop(file.spaceId(), file.path());
        reports.contentChanged(added);
        return added;
    }

    /** The content becomes a new version of the file. @return whether the file changes */
    boolean replace(Attachment file, FileContent content, Author author) {
        return replace(file, file.pageId(), content, author);
    }

    private boolean replace(Attachment file, @Nullable Long pageId, FileContent content, Author author) {
        boolean replaces = !file.hasContent(content.hash());
        if (replaces) {
            versions.keep(file.head());
        }
        if (!file.assign(pageId, content)) {
            return false;
        }
        if (replaces) {
            int number = versions.add(file.head(), author, null);
            reports.tell(file, PageEvent.Kind.FILE_REPLACED, Integer.toString(number), author);
        }
        changed(file);
        return true;
    }

    /**
     * The content of an earlier version becomes a new version of the file.
     *
     * @return whether the file changes; empty if it has no such version
     */
    Optional<Boolean> revert(Attachment file, int number, Author author) {
        versions.keep(file.head());
        return versions.find(file.id(), number).map(version -> {
            if (!file.assign(file.pageId(), version.content())) {
                return false;
            }
            versions.add(file.head(), author, number);
            reports.tell(file, PageEvent.Kind.FILE_REVERTED, Integer.toString(number), author);
            changed(file);
            return true;
        });
    }

    /** @param path at which there is no file; the path before leads on to it */
    void rename(Attachment file, String path, Author author) {
        AttachmentHead before = file.head();
        aliases.add(before);
        aliases.drop(before.spaceId(), path);
        file.rename(path);
        PageEvent.What renamed = new PageEvent.What(
                PageEvent.Kind.FILE_RENAMED, before.name(), file.head().name());
        reports.tell(file.pageId(), renamed, author);
        changed(file);
    }

    private void changed(Attachment file) {
        reports.contentChanged(file);
        reports.targetsChanged(file);
        reports.listChanged(file.pageId());
    }

    /** The file at this path of the space. */
    Optional<Attachment> find(long spaceId, String path) {
        return em.createQuery(
                        "select a from Attachment a where a.spaceId = :space and a.path = :path", Attachment.class)
                .setParameter("space", spaceId)
                .setParameter("path", path)
                .getResultStream()
                .findFirst();
    }

    /** The file when no other transaction changes it any more; locked until the end of this one. */
    Optional<Attachment> lock(long id) {
        return Optional.ofNullable(em.find(Attachment.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** The result of {@link #put}. */
    public enum Outcome {
        CREATED,
        UPDATED,
        UNCHANGED
    }
}
