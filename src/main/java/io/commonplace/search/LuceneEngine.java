package io.commonplace.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** An index of Lucene in a folder of each clone. */
@ApplicationScoped
public class LuceneEngine implements SearchEngine {
    @Inject
    private IndexFolder folder;

    @Override
    public String name() {
        return "lucene";
    }

    @Override
    public boolean isShared() {
        return false;
    }

    @Override
    public SearchIndex open() {
        return folder.open();
    }

    @Override
    public boolean replace(SearchIndex incomplete, SearchProgress progress) {
        return folder.replace((PageIndex) incomplete, progress);
    }
}
