package io.commonplace.pages;

import java.util.Collection;
import java.util.List;

/**
 * Pages, or the files beside them, have been created, changed, moved, deleted or restored, or the text inside such a file is
 * known now. It is sent inside the transaction of the change, maybe several times for the same page.
 */
public record PagesChanged(List<Long> pageIds) {
    public PagesChanged(Collection<Long> pageIds) {
        this(List.copyOf(pageIds));
    }
}
