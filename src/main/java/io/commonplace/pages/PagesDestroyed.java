package io.commonplace.pages;

import java.util.Collection;
import java.util.List;

/** Pages are deleted permanently. It is sent inside the transaction of the deletion. */
public record PagesDestroyed(List<Long> ids) {
    public PagesDestroyed(Collection<Long> ids) {
        this(List.copyOf(ids));
    }
}
