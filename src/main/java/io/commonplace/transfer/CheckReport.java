package io.commonplace.transfer;

import io.commonplace.jobs.NoteKind;
import io.commonplace.pages.SpaceHead;
import io.commonplace.people.SpaceRights;
import java.util.List;

/**
 * What an import would do.
 *
 * @param tree the first pages, in the order of their addresses
 * @param morePages how many the tree leaves out
 * @param gone pages of a former import that the archive doesn't have any more, each with all pages below it
 * @param goneCount all of them, and the pages below them
 * @param kinds what there is to say about files
 * @param readers the groups that may view the space, apart from the administrators, who always may
 * @param place where the pages would come, in words
 * @param mayAdminister whether the person may set the space's rights
 */
public record CheckReport(
        ImportCheck check,
        SpaceHead space,
        ImportCounts pages,
        ImportCounts files,
        List<CheckedPage> tree,
        long morePages,
        List<TrashedRoot> gone,
        long goneCount,
        List<NoteKind> kinds,
        List<SpaceRights.GroupRight> readers,
        String place,
        boolean mayAdminister) {}
