package io.commonplace.pages;

import java.util.Collection;
import java.util.List;

/**
 * The links of these pages were resolved before the transaction, or long ago. Their targets may have changed since, in other
 * transactions: they have to be resolved again after the commit. It is sent inside the transaction.
 */
public record LinksUnchecked(List<Long> pageIds) {
    public LinksUnchecked(Collection<Long> pageIds) {
        this(List.copyOf(pageIds));
    }
}
