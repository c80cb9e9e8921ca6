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
 * What people type and have not saved yet. A draft is in the grid first, which takes it whether there is a primary or
 * not; the database gets it right away when it can, and else from {@link DraftFlusher}. What the grid has counts.
 */
@ApplicationScoped
public class Drafts {
    /** How many drafts one person may have in the grid. */
    static final int MOST = 20;

    private static final Logger LOG = Logger.getLogger(Drafts.class.getName());
    private static final int MAX_LINE = 300;
    private static final Duration SOON = Duration.ofSeconds(1);

    /** In the place of a text: that there is none any more, though the database may still have one. */
    static final String GONE = "gone";

    @Inject
    private DraftBuffer buffer;

    @Inject
    private DraftStore store;

    @Inject
    private DraftFlusher flusher;

    @Inject
    private Access access;

    @Inject
    private Clock clock;

    /**
     * Keeps what was typed, in the place of what was kept before.
     *
     * @param typed {@link Draft#keptAt} doesn't matter
     * @param over when the draft was kept that the text continues; the epoch for none
     * @return when it was kept
     * @throws DraftConflict if there is another draft, which has to be dealt with first
     * @throws Refusal if the text is longer than a page may be, or the person has too many drafts that could not be stored yet
     */
    public Instant keep(Viewer viewer, DraftTarget target, Draft typed, Instant over) {
        access.require(viewer, SpaceLevel.EDIT, target.spaceId());
        checkSize(typed.text().markdown());
        Optional<Draft> known = find(viewer, target);
        if (known.filter(other ->
                        !other.sheet().equals(typed.sheet()) && !other.keptAt().equals(over))
                .isPresent()) {
            throw new DraftConflict();
        }
        makeRoom(DraftTarget.beginning(viewer), known.isPresent());
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Map<String, String> values = new Draft(shortened(typed.text()), typed.base(), typed.sheet(), now).values();
        put(target.key(viewer), values);
        return now;
    }

    /** The person's own draft. */
    public Optional<Draft> find(Viewer viewer, DraftTarget target) {
        String key = target.key(viewer);
        return newest(key, buffer.find(key));
    }

    /**
     * The same for an editor that is opened, which waits for no clone that stands still. If that has a draft, it is not
     * offered this time; what is typed can't be kept over it either.
     */
    public Optional<Draft> findSoon(Viewer viewer, DraftTarget target) {
        String key = target.key(viewer);
        try {
            return newest(key, buffer.find(key, SOON));
        } catch (TimeoutException e) {
            LOG.log(Level.FINE, "Whether there is a draft is not known", e);
            return Optional.empty();
        }
    }

    /** What the grid has counts. */
    private Optional<Draft> newest(String key, Optional<Map<String, String>> here) {
        return here.isPresent()
                ? here.filter(values -> !values.containsKey(GONE)).map(Draft::of)
                : store.find(key);
    }

    /**
     * The text is saved: its draft is gone. Another draft, from another window, stays.
     *
     * @param sheet the editor that was saved
     * @param over when the draft was kept that the text continued; the epoch for none
     */
    public void saved(Viewer viewer, DraftTarget target, String sheet, Instant over) {
        if (find(viewer, target)
                .filter(draft -> draft.sheet().equals(sheet) || draft.keptAt().equals(over))
                .isPresent()) {
            discard(viewer, target);
        }
    }

    /** It isn't wanted any more; it is gone for good, also if the database can't be told at once. */
    public void discard(Viewer viewer, DraftTarget target) {
        if (find(viewer, target).isPresent()) {
            put(target.key(viewer), Map.of(GONE, "true"));
        }
    }

    private void put(String key, Map<String, String> values) {
        buffer.put(key, values);
        flusher.tryToStore(key);
    }

    /** As much as can be saved. */
    private static void checkSize(String markdown) {
        int limit = Limits.STANDARD.sourceBytes();
        if (markdown.length() > limit || markdown.getBytes(StandardCharsets.UTF_8).length > limit) {
            throw new Refusal("rendering.tooLarge", limit);
        }
    }

    private void makeRoom(String beginning, boolean replaced) {
        if (!replaced && buffer.count(beginning) >= MOST) {
            buffer.clearStored(beginning);
            if (buffer.count(beginning) >= MOST) {
                throw new Refusal("draft.tooMany", MOST);
            }
        }
    }

    private static PageText shortened(PageText text) {
        return new PageText(shortened(text.title()), text.markdown(), shortened(text.comment()));
    }

    private static String shortened(String line) {
        return line.length() > MAX_LINE ? line.substring(0, MAX_LINE) : line;
    }
}
