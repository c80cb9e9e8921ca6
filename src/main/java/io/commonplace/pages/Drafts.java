package io.commonplace.pages;

import io.commonplace.people.Access;
import io.commonplace.people.SpaceLevel;
import io.commonplace.people.Viewer;
import io.commonplace.platform.Refusal;
import io.commonplace.rendering.Limits;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Unsaved text. A draft goes to the grid first, which accepts it even when there is no primary. It is written to the
 * database at once if possible, otherwise later by {@link DraftFlusher}. If both have a draft, the one in the grid counts.
 */
@ApplicationScoped
public class Drafts {
    /** The maximum number of drafts of one person in the grid. */
    static final int MAX_IN_GRID = 20;

    private static final Logger LOG = Logger.getLogger(Drafts.class.getName());
    private static final int MAX_LINE = 300;
    private static final Duration FIND_TIMEOUT = Duration.ofSeconds(1);

    /** Marks a deleted draft in the grid, because the database may still have its row. */
    static final String DELETED = "gone";

    @Inject
    private DraftBuffer buffer;

    @Inject
    private DraftStore rows;

    @Inject
    private DraftFlusher flusher;

    @Inject
    private Access access;

    @Inject
    private Clock clock;

    /**
     * Stores a draft and replaces the previous one.
     *
     * @param typed its {@link Draft#keptAt} is ignored
     * @param previous the {@link Draft#keptAt} of the draft that this text is based on; the epoch for none
     * @return when the draft was stored
     * @throws DraftConflict if there is another draft, which the person must restore or discard first
     * @throws Refusal if the text is longer than a page may be, or the person has too many drafts that could not be stored
     *     yet
     */
    public Instant store(Viewer viewer, DraftTarget target, Draft typed, Instant previous) {
        access.require(viewer, SpaceLevel.EDIT, target.spaceId());
        checkSize(typed.text().markdown());
        Optional<Draft> known = find(viewer, target);
        if (known.filter(other -> !other.editor().equals(typed.editor())
                        && !other.keptAt().equals(previous))
                .isPresent()) {
            throw new DraftConflict();
        }
        makeRoom(DraftTarget.prefix(viewer), known.isPresent());
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Map<String, String> values = new Draft(truncated(typed.text()), typed.base(), typed.editor(), now).values();
        put(target.key(viewer), values);
        return now;
    }

    /** The person's own draft. */
    public Optional<Draft> find(Viewer viewer, DraftTarget target) {
        String key = target.key(viewer);
        return newest(key, buffer.find(key));
    }

    /**
     * The same for opening an editor, which must not wait for a frozen clone. If that clone holds a draft, the draft is not
     * offered this time; new text can't overwrite it.
     */
    public Optional<Draft> findWithTimeout(Viewer viewer, DraftTarget target) {
        String key = target.key(viewer);
        try {
            return newest(key, buffer.find(key, FIND_TIMEOUT));
        } catch (TimeoutException e) {
            LOG.log(Level.FINE, "The draft could not be read in time", e);
            return Optional.empty();
        }
    }

    /** Prefers the grid, which has the newest text. */
    private Optional<Draft> newest(String key, Optional<Map<String, String>> inGrid) {
        return inGrid.isPresent()
                ? inGrid.filter(values -> !values.containsKey(DELETED)).map(Draft::of)
                : rows.find(key);
    }

    /**
     * Discards the draft of a text that was saved. A draft from another window stays.
     *
     * @param editor the editor that was saved
     * @param previous the {@link Draft#keptAt} of the draft that the text was based on; the epoch for none
     */
    public void pageSaved(Viewer viewer, DraftTarget target, String editor, Instant previous) {
        if (find(viewer, target)
                .filter(draft -> draft.editor().equals(editor) || draft.keptAt().equals(previous))
                .isPresent()) {
            discard(viewer, target);
        }
    }

    /** Deletes the draft for good, even if the database can't be reached now. */
    public void discard(Viewer viewer, DraftTarget target) {
        if (find(viewer, target).isPresent()) {
            put(target.key(viewer), Map.of(DELETED, "true"));
        }
    }

    private void put(String key, Map<String, String> values) {
        buffer.put(key, values);
        flusher.tryToStore(key);
    }

    /** Refuses text that could not be saved as a page. */
    private static void checkSize(String markdown) {
        int limit = Limits.STANDARD.sourceBytes();
        if (markdown.length() > limit || markdown.getBytes(StandardCharsets.UTF_8).length > limit) {
            throw new Refusal("rendering.tooLarge", limit);
        }
    }

    private void makeRoom(String prefix, boolean replaced) {
        if (!replaced && buffer.count(prefix) >= MAX_IN_GRID) {
            buffer.clearStored(prefix);
            if (buffer.count(prefix) >= MAX_IN_GRID) {
                throw new Refusal("draft.tooMany", MAX_IN_GRID);
            }
        }
    }

    private static PageText truncated(PageText text) {
        return new PageText(truncated(text.title()), text.markdown(), truncated(text.comment()));
    }

    private static String truncated(String line) {
        return line.length() > MAX_LINE ? line.substring(0, MAX_LINE) : line;
    }
}
