package io.commonplace.transfer;

import io.commonplace.jobs.StepCommit;
import io.commonplace.pages.SubtreeReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * The pages of an import that a job moves to the trash: those that nobody has changed since the import. It says of each other
 * one why it stays.
 */
final class TrashPlan {
    private final SpaceTree tree;
    private final StepCommit commit;
    private final Set<Long> going = new HashSet<>();

    TrashPlan(SpaceTree tree, StepCommit commit) {
        this.tree = tree;
        this.commit = commit;
    }

    void add(ImportedPage page) {
        SpaceTree.Entry now = tree.pages().get(page.pageId());
        if (now == null) {
            // Somebody has deleted it.
            return;
        }
        if (now.page().path().isEmpty()) {
            Stay.FRONT.hint(commit, page.path());
        } else if (now.revision() != page.revisionNumber()) {
            Stay.CHANGED.hint(commit, now.page().path());
        } else if (!now.page().path().equals(page.path())) {
            Stay.MOVED.hint(commit, now.page().path());
        } else {
            going.add(page.pageId());
        }
    }

    /** @param importId that has made or read the pages */
    List<TrashedRoot> roots(long importId) {
        TrashRoots roots = new TrashRoots(tree.parents(), tree.pages().keySet(), going, SubtreeReader.LIMIT);
        going.stream()
                .filter(roots::isHeld)
                .sorted()
                .forEach(page -> Stay.ABOVE.hint(commit, page(page).path()));
        List<TrashedRoot> list = new ArrayList<>();
        roots.roots()
                .forEach((page, size) ->
                        list.add(new TrashedRoot(commit.jobId(), list.size(), importId, page(page), size)));
        return list;
    }

    private KnownPage page(long id) {
        return Objects.requireNonNull(tree.pages().get(id)).page();
    }
}
