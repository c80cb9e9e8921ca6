package io.commonplace.search.web;

import io.commonplace.people.web.CurrentUser;
import io.commonplace.platform.web.FlashMessages;
import io.commonplace.platform.web.FormAction;
import io.commonplace.search.SiteSynonyms;
import io.commonplace.search.SynonymList;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Asks for confirmation before the default synonyms replace those of the site. */
@Named
@RequestScoped
public class ResetSynonyms {
    @Inject
    private SiteSynonyms synonyms;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private FormAction formAction;

    @Inject
    private FlashMessages flashMessages;

    private SynonymList list;
    private int base;

    /** Before the form is decoded, whose version replaces this one. */
    @PostConstruct
    void load() {
        list = synonyms.list(currentUser.viewer());
        base = list.version();
    }

    public void reset() {
        if (formAction.accepted(() -> synonyms.reset(currentUser.viewer(), base))) {
            flashMessages.redirect(SynonymsPage.ADDRESS, "search.synonyms.wereReset");
        }
        base = list.version();
    }

    public SynonymList getList() {
        return list;
    }

    public int getBase() {
        return base;
    }

    public void setBase(int base) {
        this.base = base;
    }
}
