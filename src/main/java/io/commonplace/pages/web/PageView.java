package io.commonplace.pages.web;

import io.commonplace.pages.Branch;
import io.commonplace.pages.DocumentText;
import io.commonplace.pages.PageHead;
import io.commonplace.pages.SpaceHead;
import io.commonplace.pages.TreeNode;
import io.commonplace.platform.Messages;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The data of the page view, found by {@link PageServlet}. */
@Named
@RequestScoped
public class PageView {
    @Inject
    private HttpServletRequest request;

    private @Nullable PageRead read;

    private PageRead read() {
        PageRead known = read;
        if (known == null) {
            known = (PageRead) request.getAttribute(PageServlet.READ);
            read = known;
        }
        return known;
    }

    public SpaceHead getSpace() {
        return read().space();
    }

    /** Null for a space without a front page. */
    public @Nullable PageHead getPage() {
        return read().page();
    }

    public String getTitle() {
        PageHead page = getPage();
        return page == null ? getSpace().name() : page.title();
    }

    public String getPath() {
        PageHead page = getPage();
        return page == null ? "" : page.path();
    }

    /** The query string for editing and history; see {@link PageAddress}. */
    public String getQuery() {
        return "?space=" + getSpace().slug() + "&page=" + URLEncoder.encode(getPath(), StandardCharsets.UTF_8);
    }

    public String getHtml() {
        DocumentText text = read().text();
        String html = text == null ? "" : text.html();
        return isMayEdit() ? TaskMarkup.tickable(html) : html;
    }

    /** Whether there is something to tick, and the person may. */
    public boolean isTasks() {
        DocumentText text = read().text();
        return text != null && isMayEdit() && TaskMarkup.hasTasks(text.html());
    }

    public String getOutline() {
        DocumentText text = read().text();
        return text == null ? "" : text.outline();
    }

    /** Null for a space without a front page. */
    public @Nullable DocumentText getText() {
        return read().text();
    }

    public String getTree() {
        return TreeMarkup.of(read(), Messages.text("page.tree.more"));
    }

    /** The pages above this one, from the top. */
    public List<TreeNode> getTrail() {
        List<TreeNode> trail = read().tree().trail();
        return trail.isEmpty() ? trail : trail.subList(0, trail.size() - 1);
    }

    public Branch getBelow() {
        return read().tree().below();
    }

    /** Where the further pages below are listed. */
    public String getMoreBelow() {
        return BranchAddress.after(getBelow(), getBelow().children()).href(getSpace());
    }

    public boolean isMayEdit() {
        return read().mayEdit();
    }
}
