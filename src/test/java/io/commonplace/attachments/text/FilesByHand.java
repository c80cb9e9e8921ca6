package io.commonplace.attachments.text;

import io.commonplace.attachments.AttachmentStore;
import io.commonplace.attachments.Content;
import io.commonplace.attachments.FileContent;
import io.commonplace.attachments.NewFile;
import io.commonplace.database.Ids;
import io.commonplace.database.ReadRouter;
import io.commonplace.database.Writes;
import io.commonplace.pages.Author;
import io.commonplace.pages.PageReader;
import io.commonplace.pages.SpaceHead;
import io.commonplace.platform.Freshness;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;

/** Puts files beside pages as an import does, and looks what has become of their texts. */
@ApplicationScoped
public class FilesByHand {
    private static final Author NOBODY = new Author(0, "Nobody");

    @PersistenceContext(unitName = "rw")
    private EntityManager em;

    @Inject
    private Content content;

    @Inject
    private AttachmentStore attachments;

    @Inject
    private PageReader pages;

    @Inject
    private Extractions extractions;

    @Inject
    private Ids ids;

    @Inject
    private ReadRouter router;

    /** Puts a file beside the page at the path {@code page}. @return the hash of its content */
    @Writes
    public String attach(SpaceHead space, String name, byte[] bytes) {
        String hash = Content.hash(bytes);
        content.store(hash, bytes);
        long page = pages.page(space.id(), "page").orElseThrow().id();
        attachments.put(new NewFile(ids.next(), space.id(), name, page), new FileContent(hash, bytes.length), NOBODY);
        return hash;
    }

    /** Its state and the reason of a failure; empty if nothing is known of a text. */
    public Optional<String> state(String hash) {
        return router
                .read(
                        Freshness.NEWEST,
                        em -> em.createNativeQuery(
                                        "select concat_ws(' ', state, reason) from file_text where hash = ?1")
                                .setParameter(1, hash)
                                .getResultList())
                .stream()
                .map(String::valueOf)
                .findFirst();
    }

    /** As if an older version had added the file. */
    @Writes
    public void forget(String hash) {
        delete("delete from file_text where hash = ?1", hash);
    }

    @Writes
    public void deleteContent(String hash) {
        delete("delete from content where hash = ?1", hash);
    }

    /** Looks through all attachments, as the sweep does from time to time. */
    public void requestMissing() {
        long after = 0;
        do {
            after = extractions.requestMissing(after);
        } while (after != 0);
    }

    private void delete(String statement, String hash) {
        em.createNativeQuery(statement).setParameter(1, hash).executeUpdate();
    }
}
