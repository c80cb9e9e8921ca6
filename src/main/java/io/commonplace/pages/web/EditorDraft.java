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

/** The draft that belongs to an opened editor: offered, restored, kept, and gone when the text is saved. */
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
    private String sheet = UUID.randomUUID().toString().substring(0, 18);
    private String over = "";
    private @Nullable Draft offered;
    private @Nullable Revision current;
    private @Nullable Instant kept;

    /** Says, at every request, whether the editor is one of a page that isn't there yet. */
    void beAtNewPage() {
        isNew = true;
    }

    /**
     * Looks whether there is a draft that differs from what the editor shows.
     *
     * @param latest the page as it is; null for a new one
     * @return the draft, if the person has asked to go on with it; else it is offered
     */
    Optional<Draft> open(@Nullable Revision latest) {
        DraftTarget target = address.draftTarget(isNew);
        boolean restored = "restore".equals(request.getParameter("draft"));
        Optional<Draft> found =
                restored ? drafts.find(currentUser.viewer(), target) : drafts.findSoon(currentUser.viewer(), target);
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
        kept = found.get().keptAt();
        over = found.get().keptAt().toString();
        return found;
    }

    /** Keeps what a form has brought that could not be saved. It is on the page as well, so a failure is only logged. */
    void keep(PageText typed, int base) {
        try {
            Draft draft = new Draft(typed, base, sheet, Instant.EPOCH);
            kept = drafts.keep(currentUser.viewer(), address.draftTarget(isNew), draft, instant(over));
        } catch (RuntimeException e) {
            LOG.log(Level.INFO, "What could not be saved is no draft either: {0}", e.toString());
        }
    }

    /** The text is saved. */
    void done() {
        try {
            drafts.saved(currentUser.viewer(), address.draftTarget(isNew), sheet, instant(over));
        } catch (RuntimeException e) {
            // What the writer has asked for is done; the draft will be offered once more.
            LOG.log(Level.WARNING, "A draft could not be discarded", e);
        }
    }

    /** The point in time that a browser gives back; the epoch for none. */
    static Instant instant(String text) {
        try {
            return text.isEmpty() ? Instant.EPOCH : Instant.parse(text);
        } catch (DateTimeParseException e) {
            return Instant.EPOCH;
        }
    }

    /** The draft to be decided about, or null. */
    public @Nullable Draft getOffered() {
        return offered;
    }

    /** Whether the page has a newer revision than the one that the draft was made from. */
    public boolean isOutdated() {
        return offered != null && current != null && offered.base() != current.getNumber();
    }

    /** The page as it is, when there is a draft. */
    public @Nullable Revision getCurrent() {
        return current;
    }

    /** What names the draft in an address. */
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

    /** When the draft was kept last, in words; empty for never. */
    public String getKeptText() {
        return kept == null ? "" : Messages.text("draft.saved", times.moment(kept));
    }

    public String getSheet() {
        return sheet;
    }

    public void setSheet(String sheet) {
        this.sheet = sheet.length() > 32 ? sheet.substring(0, 32) : sheet;
    }

    public String getOver() {
        return over;
    }

    public void setOver(String over) {
        this.over = over;
    }
}
