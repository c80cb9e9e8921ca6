package io.commonplace.pages.web;

import io.commonplace.pages.Draft;
import io.commonplace.pages.DraftTarget;
import io.commonplace.pages.Drafts;
import io.commonplace.pages.PageText;
import io.commonplace.pages.Revision;
import io.commonplace.people.web.CurrentUser;
import io.commonplace.platform.Messages;
import io.commonplace.platform.web.Times;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The draft of an opened editor: offered, restored, stored, and discarded when the text is saved. */
@Named
@RequestScoped
public class EditorDraft {
    private static final Logger LOG = Logger.getLogger(EditorDraft.class.getName());

    @Inject
    private PageAddress address;

    @Inject
    private Drafts drafts;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private Times times;

    @Inject
    private HttpServletRequest request;

    private boolean isNew;
    private String editor = UUID.randomUUID().toString().substring(0, 18);
    private String previous = "";
    private @Nullable Draft offered;
    private @Nullable Revision current;
    private @Nullable Instant storedAt;

    /** Must be called in each request of an editor for a new page. */
    void setNewPage() {
        isNew = true;
    }

    /**
     * Looks for a draft that differs from the text in the editor.
     *
     * @param latest the page's latest revision; null for a new page
     * @return the draft, if the person has chosen to restore it; otherwise it is offered
     */
    Optional<Draft> open(@Nullable Revision latest) {
        DraftTarget target = address.draftTarget(isNew);
        boolean restored = "restore".equals(request.getParameter("draft"));
        Optional<Draft> found = restored
                ? drafts.find(currentUser.viewer(), target)
                : drafts.findWithTimeout(currentUser.viewer(), target);
        String title = latest == null ? "" : latest.getTitle();
        String markdown = latest == null ? "" : latest.getMarkdown();
        if (found.isEmpty() || found.get().isLike(title, markdown)) {
            return Optional.empty();
        }
        current = latest;
        if (!restored) {
            offered = found.get();
            return Optional.empty();
        }
        storedAt = found.get().keptAt();
        previous = found.get().keptAt().toString();
        return found;
    }

    /**
     * Stores the text of a form that could not be saved. The text is also shown on the page, so a failure is only logged.
     */
    void store(PageText typed, int base) {
        try {
            Draft draft = new Draft(typed, base, editor, Instant.EPOCH);
            storedAt = drafts.store(currentUser.viewer(), address.draftTarget(isNew), draft, instant(previous));
        } catch (RuntimeException e) {
            LOG.log(
                    Level.INFO,
                    "A text that could not be saved could not be stored as a draft either: {0}",
                    e.toString());
        }
    }

    /** Discards the draft after the text was saved. */
    void saved() {
        try {
            drafts.pageSaved(currentUser.viewer(), address.draftTarget(isNew), editor, instant(previous));
        } catch (RuntimeException e) {
            // The text is saved; at worst the draft is offered once more.
            LOG.log(Level.WARNING, "A draft could not be discarded", e);
        }
    }

    /** Parses an instant sent by a browser; the epoch if it is missing or malformed. */
    static Instant instant(String text) {
        try {
            return text.isEmpty() ? Instant.EPOCH : Instant.parse(text);
        } catch (DateTimeParseException e) {
            return Instant.EPOCH;
        }
    }

    /** The draft that the person can restore or discard, or null. */
    public @Nullable Draft getOffered() {
        return offered;
    }

    /** Whether the page has a newer revision than the draft's base. */
    public boolean isOutdated() {
        return offered != null && current != null && offered.base() != current.getNumber();
    }

    /** The page's latest revision, if there is a draft. */
    public @Nullable Revision getCurrent() {
        return current;
    }

    /** Says that the page has changed since this draft. */
    String outdated(Draft draft, Revision latest) {
        return Messages.text(
                "page.draft.outdated", times.moment(draft.keptAt()), latest.getNumber(), latest.getAuthorName());
    }

    /** The parameters that identify the draft. */
    public String getQuery() {
        return "space=" + address.getSpace().slug() + "&page=" + address.getEncodedPath() + "&kind="
                + (isNew ? "new" : "page");
    }

    public String getEditorHref() {
        return (isNew ? "/new" : "/edit") + "?space=" + address.getSpace().slug() + "&page=" + address.getEncodedPath();
    }

    public String getRestoreHref() {
        return getEditorHref() + "&draft=restore";
    }

    /** The time when the draft was stored last, as text; empty for never. */
    public String getKeptText() {
        return storedAt == null ? "" : Messages.text("draft.saved", times.moment(storedAt));
    }

    /** The id of the opened editor; the form field is still named "sheet". */
    public String getSheet() {
        return editor;
    }

    public void setSheet(String editor) {
        this.editor = editor.length() > 32 ? editor.substring(0, 32) : editor;
    }

    public String getOver() {
        return previous;
    }

    public void setOver(String previous) {
        this.previous = previous;
    }
}
