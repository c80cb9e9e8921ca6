package io.commonplace.pages.web;

import io.commonplace.pages.PageHead;
import io.commonplace.pages.PagePath;
import io.commonplace.pages.Reader;
import io.commonplace.pages.SpaceHead;
import io.commonplace.pages.SpaceTree;
import io.commonplace.pages.Spaces;
import io.commonplace.people.Access;
import io.commonplace.people.SpaceLevel;
import io.commonplace.people.web.Present;
import io.commonplace.platform.NotThere;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The page that the parameters {@code space} and {@code page} name, for the pages about a page: editing, history. */
@Named
@RequestScoped
public class PageAddress {
    @Inject
    private HttpServletRequest request;

    @Inject
    private Spaces spaces;

    @Inject
    private Reader reader;

    @Inject
    private Access access;

    @Inject
    private Present present;

    public SpaceHead getSpace() {
        return spaces.get(present.viewer(), parameter("space"));
    }

    public String getPath() {
        return parameter("page");
    }

    /** The path as a parameter's value in an address. */
    public String getEncodedPath() {
        return URLEncoder.encode(getPath(), StandardCharsets.UTF_8);
    }

    /** @throws NotThere if there is no such page */
    public PageHead getPage() {
        return find().orElseThrow(() -> new NotThere("page.notThere"));
    }

    public String getHref() {
        return getSpace().href(getPath());
    }

    /** The pages above, and the page itself. */
    public List<SpaceTree.Node> getTrail() {
        SpaceHead space = getSpace();
        return find().map(page -> reader.tree(space).trail(page.id())).orElse(List.of());
    }

    void requireEdit() {
        access.require(present.viewer(), SpaceLevel.EDIT, getSpace().id());
    }

    private Optional<PageHead> find() {
        String path = getPath();
        return path.length() > PagePath.MAX_LENGTH
                ? Optional.empty()
                : reader.page(getSpace().id(), path);
    }

    private String parameter(String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value;
    }
}
