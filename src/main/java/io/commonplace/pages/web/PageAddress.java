package io.commonplace.pages.web;

import io.commonplace.pages.DraftTarget;
import io.commonplace.pages.PageHead;
import io.commonplace.pages.PagePath;
import io.commonplace.pages.PageReader;
import io.commonplace.pages.SpaceHead;
import io.commonplace.pages.Spaces;
import io.commonplace.pages.TreeNode;
import io.commonplace.pages.TreeReader;
import io.commonplace.people.Access;
import io.commonplace.people.SpaceLevel;
import io.commonplace.people.Viewer;
import io.commonplace.people.web.CurrentUser;
import io.commonplace.platform.NotFound;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The page that the parameters {@code space} and {@code page} name, for views about a page, such as editing and history.
 */
@Named
@RequestScoped
public class PageAddress {
    @Inject
    private HttpServletRequest request;

    @Inject
    private Spaces spaces;

    @Inject
    private PageReader pageReader;

    @Inject
    private TreeReader treeReader;

    @Inject
    private Access access;

    @Inject
    private CurrentUser currentUser;

    /** Where the page has moved from the path in the parameter; null if not looked up yet. */
    private @Nullable Optional<String> moved;

    public SpaceHead getSpace() {
        return spaces.get(currentUser.viewer(), parameter("space"));
    }

    /** The page's current path, even if the parameter names a former one; the parameter itself if there is no page. */
    public String getPath() {
        return find().map(PageHead::path).orElse(parameter("page"));
    }

    /** The path, encoded as a query parameter. */
    public String getEncodedPath() {
        return URLEncoder.encode(getPath(), StandardCharsets.UTF_8);
    }

    /** @throws NotFound if there is no such page */
    public PageHead getPage() {
        return find().orElseThrow(() -> new NotFound("page.notFound"));
    }

    public String getHref() {
        return getSpace().href(getPath());
    }

    /** The pages above, and the page itself. */
    public List<TreeNode> getTrail() {
        SpaceHead space = getSpace();
        return find().map(page -> treeReader.path(space, page).trail()).orElse(List.of());
    }

    Viewer viewer() {
        return currentUser.viewer();
    }

    boolean exists(String path) {
        return pageReader.page(getSpace().id(), path).isPresent();
    }

    /** The target of a draft at this address: the page, or a new page below it. */
    DraftTarget draftTarget(boolean isNew) {
        long space = getSpace().id();
        return isNew
                ? DraftTarget.below(space, find().map(PageHead::id).orElse(null))
                : DraftTarget.page(space, getPage().id());
    }

    public boolean isMayEdit() {
        return access.may(currentUser.viewer(), SpaceLevel.EDIT, getSpace().id());
    }

    public void requireEdit() {
        access.require(currentUser.viewer(), SpaceLevel.EDIT, getSpace().id());
    }

    /** Empty if there is no such page. Not cached in this bean, because the page may change during a request. */
    public Optional<PageHead> find() {
        String path = parameter("page");
        if (path.length() > PagePath.MAX_LENGTH) {
            return Optional.empty();
        }
        long space = getSpace().id();
        return pageReader.page(space, path).or(() -> moved(space, path).flatMap(now -> pageReader.page(space, now)));
    }

    private Optional<String> moved(long space, String path) {
        Optional<String> known = moved;
        if (known == null) {
            known = pageReader.movedTo(space, path);
            moved = known;
        }
        return known;
    }

    private String parameter(String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value;
    }
}
