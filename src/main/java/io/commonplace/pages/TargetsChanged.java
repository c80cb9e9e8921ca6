package io.commonplace.pages;

import java.util.Collection;
import java.util.List;

/**
 * Pages or files that links can lead to have been created, deleted or restored, or have another name. It is sent inside the
 * transaction of the change.
 *
 * @param isNew whether they have only got a name: links that lead to them already still do
 */
public record TargetsChanged(List<Long> ids, boolean isNew) {
    /** They are found under a further name. */
    public static TargetsChanged named(long id) {
        return new TargetsChanged(List.of(id), true);
    }

    /** They may have lost a name, too. */
    public static TargetsChanged renamed(Collection<Long> ids) {
        return new TargetsChanged(List.copyOf(ids), false);
    }
}
