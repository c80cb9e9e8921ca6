package io.commonplace.pages.web;

import io.commonplace.pages.Branch;
import io.commonplace.pages.SpaceHead;
import io.commonplace.pages.Spaces;
import io.commonplace.pages.TreeNode;
import io.commonplace.pages.TreeReader;
import io.commonplace.people.web.CurrentUser;
import io.commonplace.platform.NotFound;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The pages below a page, a hundred at a time, for pages that have more than a tree shows. */
@Named
@RequestScoped
public class PagesBelow {
    @Inject
    private HttpServletRequest request;

    @Inject
    private Spaces spaces;

    @Inject
    private TreeReader treeReader;

    @Inject
    private CurrentUser currentUser;

    private @Nullable SpaceHead space;
    private List<TreeNode> trail = List.of();
    private Branch part = new Branch(null, List.of(), false);

    /** @throws NotFound if there is no such page in the space */
    public void load() {
        String slug = request.getParameter("space");
        SpaceHead found = spaces.get(currentUser.viewer(), slug == null ? "" : slug);
        BranchAddress address = BranchAddress.of(request);
        Branch first = treeReader.branch(found, address.parent());
        if (first.page() == null && address.parent() != 0) {
            throw new NotFound("page.notFound");
        }
        space = found;
        trail = treeReader.path(found, address.parent()).trail();
        part = address.isFirst() ? first : treeReader.after(found, address.parent(), address.key());
    }

    public SpaceHead getSpace() {
        return Objects.requireNonNull(space);
    }

    /** The page whose children are listed and those above it; empty at the top. */
    public List<TreeNode> getTrail() {
        return trail;
    }

    /** The title of the page whose children are listed; the space's name at the top. */
    public String getTitle() {
        return trail.isEmpty() ? getSpace().name() : trail.get(trail.size() - 1).title();
    }

    public List<TreeNode> getPages() {
        return part.children();
    }

    public boolean isMore() {
        return part.more();
    }

    /** The address of the next part. */
    public String getNext() {
        return BranchAddress.after(part, part.children()).href(getSpace());
    }
}
