package io.commonplace.search.web;

import io.commonplace.people.web.CurrentUser;
import io.commonplace.platform.Messages;
import io.commonplace.platform.web.FlashMessages;
import io.commonplace.platform.web.FormAction;
import io.commonplace.search.SiteSynonyms;
import io.commonplace.search.SynonymList;
import io.commonplace.search.SynonymProblem;
import io.commonplace.search.SynonymText;
import io.commonplace.search.SynonymTrials;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The editor of the synonyms. It never loses typed text, even when somebody else has saved first. */
@Named
@RequestScoped
public class SynonymsPage {
    static final String ADDRESS = "/admin/synonyms";
    private static final int SHOWN_PROBLEMS = 20;

    @Inject
    private SiteSynonyms synonyms;

    @Inject
    private SynonymTrials trials;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private FormAction formAction;

    @Inject
    private FlashMessages flashMessages;

    private SynonymList list;
    private int base;
    private String text = "";
    private String query = "";
    private List<SynonymProblem> problems = List.of();
    private @Nullable SynonymText theirs;
    private @Nullable TrialResults trial;

    /** Before the form is decoded, whose values replace these. */
    @PostConstruct
    void load() {
        list = synonyms.list(currentUser.viewer());
        base = list.version();
        text = list.text().text();
    }

    /** Shows what the text would change, and saves nothing. */
    public void tryOut() {
        if (query.isBlank()) {
            formAction.refuse("query", "search.synonyms.query");
        } else if (isCorrect()) {
            formAction.accepted(this::compareResults);
        }
    }

    private void compareResults() {
        trial = TrialResults.of(trials.compare(currentUser.viewer(), edited(), query));
    }

    public void save() {
        if (!isCorrect()) {
            return;
        }
        if (formAction.accepted(() -> synonyms.save(currentUser.viewer(), edited(), base))) {
            flashMessages.redirect(ADDRESS, "search.synonyms.saved");
        } else {
            compareWithSaved();
        }
    }

    private boolean isCorrect() {
        problems = edited().problems();
        return problems.isEmpty();
    }

    /** The next save may replace what somebody else has saved: by then, this page has shown it. */
    private void compareWithSaved() {
        list = synonyms.list(currentUser.viewer());
        if (base != list.version()) {
            theirs = list.text();
            base = list.version();
        }
    }

    private SynonymText edited() {
        return SynonymText.of(text);
    }

    /** What is wrong with the text, from top to bottom; only the first ones if there are many. */
    public List<String> getProblems() {
        return problems.stream()
                .limit(SHOWN_PROBLEMS)
                .map(problem -> Messages.text(problem.key(), problem.arguments().toArray()))
                .toList();
    }

    public int getMaxLines() {
        return SynonymText.MAX_LINES;
    }

    /** The current list. */
    public SynonymList getList() {
        return list;
    }

    /** What somebody else has saved meanwhile; null if nobody has. */
    public @Nullable SynonymText getTheirs() {
        return theirs;
    }

    /** Null if nothing was tried. */
    public @Nullable TrialResults getTrial() {
        return trial;
    }

    public int getBase() {
        return base;
    }

    public void setBase(int base) {
        this.base = base;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }

    public String getQuery() {
        return query;
    }

    public void setQuery(String query) {
        this.query = query;
    }
}
