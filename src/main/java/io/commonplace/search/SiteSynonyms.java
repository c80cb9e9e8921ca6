package io.commonplace.search;

import io.commonplace.database.Writes;
import io.commonplace.people.Access;
import io.commonplace.people.Viewer;
import io.commonplace.platform.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The words that mean the same in the whole site. Administrators change them; all clones use a change at once. */
@ApplicationScoped
public class SiteSynonyms {
    private static final Logger LOG = Logger.getLogger(SiteSynonyms.class.getName());

    @Inject
    private SynonymStore store;

    @Inject
    private Access access;

    @Inject
    private Clock clock;

    /** Replaced as a whole. Two threads that analyse the same text do no harm. */
    private volatile Analysed analysed = new Analysed(SynonymText.STANDARD, Synonyms.STANDARD);

    /**
     * The list as it is now.
     *
     * @throws io.commonplace.platform.Forbidden if the viewer is not an administrator of the site
     */
    public SynonymList list(Viewer viewer) {
        access.requireAdministrator(viewer);
        return store.list();
    }

    /**
     * Replaces the list.
     *
     * @param base the version that the person has edited
     * @throws SynonymConflict if another text has been saved since
     * @throws Refusal if the text has problems
     */
    @Writes
    public void save(Viewer viewer, SynonymText text, int base) {
        access.requireAdministrator(viewer);
        List<SynonymProblem> problems = text.problems();
        if (!problems.isEmpty()) {
            throw problems.get(0).refusal();
        }
        SavedSynonyms saved = store.lock();
        if (!saved.list().text().equals(text)) {
            requireVersion(saved, base);
            saved.change(text.text(), viewer.displayName(), clock.instant());
        }
    }

    /**
     * Goes back to the program's own list, also to that of later versions of the program.
     *
     * @param base the version that the person has seen
     * @throws SynonymConflict if another text has been saved since
     */
    @Writes
    public void reset(Viewer viewer, int base) {
        access.requireAdministrator(viewer);
        SavedSynonyms saved = store.lock();
        if (!saved.list().standard()) {
            requireVersion(saved, base);
            saved.change(null, viewer.displayName(), clock.instant());
        }
    }

    private static void requireVersion(SavedSynonyms saved, int base) {
        if (saved.list().version() != base) {
            throw new SynonymConflict(saved.list().changedByName());
        }
    }

    /** For a search. Without a database it takes those of the last search. */
    Synonyms current() {
        try {
            return analysed(store.list().text());
        } catch (PersistenceException e) {
            LOG.log(Level.FINE, "The synonyms can't be read", e);
            return analysed.synonyms;
        }
    }

    private Synonyms analysed(SynonymText text) {
        Analysed last = analysed;
        if (!last.text.equals(text)) {
            last = new Analysed(text, Synonyms.of(text));
            analysed = last;
        }
        return last.synonyms;
    }

    private record Analysed(SynonymText text, Synonyms synonyms) {}
}
