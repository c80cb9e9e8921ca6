package io.commonplace.attachments;

import io.commonplace.cache.CacheRegion;
import io.commonplace.cache.Invalidations;
import io.commonplace.pages.Author;
import io.commonplace.pages.PageEvent;
import io.commonplace.pages.PageEventStore;
import io.commonplace.pages.PagesChanged;
import io.commonplace.pages.TargetsChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reports changes of files, inside their transactions: to the page that lists them, and to those that link to them. */
@ApplicationScoped
class FileReports {
    @Inject
    private PageEventStore history;

    @Inject
    private Invalidations invalidations;

    @Inject
    private Event<Object> events;

    /** For the history of the page that lists the file. */
    void tell(Attachment file, PageEvent.Kind kind, String detail, Author author) {
        tell(file.pageId(), new PageEvent.What(kind, file.head().name(), detail), author);
    }

    /** @param pageId null if no page lists the file */
    void tell(@Nullable Long pageId, PageEvent.What what, Author author) {
        if (pageId != null) {
            history.add(pageId, what, author);
        }
    }

    /** The file has other content, or another kind: its text is read. */
    void contentChanged(Attachment file) {
        events.fire(new FileAttached(file.head().path(), file.head().hash()));
    }

    /** Links may lead to the file now that led nowhere. */
    void targetAdded(Attachment file) {
        events.fire(TargetsChanged.named(file.id()));
    }

    /** Links to the file may lead elsewhere now, or have another address. */
    void targetsChanged(Attachment file) {
        events.fire(TargetsChanged.renamed(List.of(file.id())));
    }

    /** @param pageId the page that lists or listed the file; null for none */
    void listChanged(@Nullable Long pageId) {
        if (pageId != null) {
            invalidations.mark(CacheRegion.ATTACHMENTS, pageId);
            events.fire(new PagesChanged(List.of(pageId)));
        }
    }
}
