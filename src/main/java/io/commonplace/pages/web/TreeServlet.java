package io.commonplace.pages.web;

import io.commonplace.pages.Branch;
import io.commonplace.pages.SpaceHead;
import io.commonplace.pages.Spaces;
import io.commonplace.pages.TreeReader;
import io.commonplace.people.web.CurrentUser;
import io.commonplace.platform.Messages;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.Arrays;

/**
 * {@code GET /tree?space=…&of=…}: the children of a page as a part of the tree, for the script that opens branches in place.
 * {@code of} may come several times. With {@code title} and {@code id} it is the children that follow.
 */
@WebServlet("/tree")
public class TreeServlet extends HttpServlet {
    @Serial
    private static final long serialVersionUID = 1;

    private static final int MAX_BRANCHES = 20;

    @Inject
    private transient Spaces spaces;

    @Inject
    private transient TreeReader treeReader;

    @Inject
    private transient CurrentUser currentUser;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String slug = request.getParameter("space");
        SpaceHead space = spaces.get(currentUser.viewer(), slug == null ? "" : slug);
        BranchAddress first = BranchAddress.of(request);
        StringBuilder html = new StringBuilder(4096);
        if (first.isFirst()) {
            Arrays.stream(request.getParameterValues("of"))
                    .limit(MAX_BRANCHES)
                    .map(BranchAddress::id)
                    .forEach(parent -> add(html, space, parent, treeReader.branch(space, parent)));
        } else {
            add(html, space, first.parent(), treeReader.after(space, first.parent(), first.key()));
        }
        response.setContentType("text/html");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.getWriter().write(html.toString());
    }

    private static void add(StringBuilder html, SpaceHead space, long parent, Branch branch) {
        html.append("<ul data-of=\"").append(parent).append("\">");
        html.append(TreeMarkup.of(space, branch, Messages.text("page.tree.more")))
                .append("</ul>\n");
    }
}
