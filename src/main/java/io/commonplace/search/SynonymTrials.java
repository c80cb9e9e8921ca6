package io.commonplace.search;

import io.commonplace.people.Access;
import io.commonplace.people.Viewer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Shows administrators what an edited list of synonyms would change, before it is saved. */
@ApplicationScoped
public class SynonymTrials {
    private static final int SIZE = 10;

    @Inject
    private Search search;

    @Inject
    private SiteSynonyms synonyms;

    @Inject
    private Access access;

    /**
     * Searches twice.
     *
     * @param text without problems
     * @throws io.commonplace.platform.Forbidden if the viewer is not an administrator of the site
     */
    public SynonymTrial compare(Viewer viewer, SynonymText text, String query) {
        access.requireAdministrator(viewer);
        SearchRequest request = SearchRequest.of(query, ResultOrder.RELEVANCE, "", SIZE);
        return new SynonymTrial(
                search.find(viewer, request, synonyms.current()).results(),
                search.find(viewer, request, Synonyms.of(text)).results());
    }
}
