package io.commonplace.pages.web;

import io.commonplace.pages.Deletion;
import io.commonplace.pages.PageHead;
import io.commonplace.pages.PagePath;
import io.commonplace.pages.PageReader;
import io.commonplace.pages.SpaceHead;
import io.commonplace.pages.Spaces;
import io.commonplace.pages.TrashQueries;
import io.commonplace.people.web.CurrentUser;
import io.commonplace.platform.NotFound;
import io.commonplace.platform.web.FlashMessages;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.Optional;

/**
 * {@code /s/<space>/<path>}: finds the page, or its new address, and passes it to the view. All decisions about an address
 * are made here, before Faces runs.
 */
@WebServlet("/s/*")
public class PageServlet extends HttpServlet {
    static final String READ = PageRead.class.getName();

    static final String DELETED = DeletedPageView.class.getName();

    @Serial
    private static final long serialVersionUID = 1;

    @Inject
    private transient Spaces spaces;

    @Inject
    private transient PageReader pageReader;

    @Inject
    private transient TrashQueries trash;

    @Inject
    private transient CurrentUser currentUser;

    @Inject
    private transient PageReads reads;

    @Inject
    private transient PageValidator validator;

    @Inject
    private transient KeptPages keptPages;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        String rest = request.getPathInfo() == null ? "" : request.getPathInfo().substring(1);
        int slash = rest.indexOf('/');
        String slug = slash < 0 ? rest : rest.substring(0, slash);
        String path = slash < 0 ? "" : rest.substring(slash + 1);
        SpaceHead space = spaces.get(currentUser.viewer(), slug);
        if (!space.slug().equals(slug)) {
            redirect(response, space.href(path));
            return;
        }
        Optional<PageHead> page =
                path.length() > PagePath.MAX_LENGTH ? Optional.empty() : pageReader.page(space.id(), path);
        if (page.isPresent() || path.isEmpty()) {
            show(request, response, reads.of(space, page.orElse(null)));
        } else {
            elsewhere(request, response, space, path);
        }
    }

    private void show(HttpServletRequest request, HttpServletResponse response, PageRead read)
            throws ServletException, IOException {
        request.setAttribute(READ, read);
        if (FlashMessages.isWaiting(request)) {
            forward(request, response);
        } else if (!validator.isUnchanged(request, response, read)) {
            keptPages.write(request, response, read, PageServlet::forward);
        }
    }

    private static void forward(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        request.getRequestDispatcher("/WEB-INF/views/page.xhtml").forward(request, response);
    }

    private void elsewhere(HttpServletRequest request, HttpServletResponse response, SpaceHead space, String path)
            throws ServletException, IOException {
        String usual = PagePath.ofFile(path);
        if (usual.length() > PagePath.MAX_LENGTH) {
            throw new NotFound("page.notFound");
        }
        Optional<String> target = target(space, path, usual);
        if (target.isPresent()) {
            redirect(response, space.href(target.get()));
            return;
        }
        Deletion deletion =
                trash.at(currentUser.viewer(), space, usual).orElseThrow(() -> new NotFound("page.notFound"));
        request.setAttribute(DELETED, new DeletedPageView.Found(space, deletion));
        response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        request.getRequestDispatcher("/WEB-INF/views/deleted.xhtml").forward(request, response);
    }

    private static void redirect(HttpServletResponse response, String href) {
        response.setStatus(HttpServletResponse.SC_MOVED_PERMANENTLY);
        response.setHeader("Location", href);
    }

    /** The target of a former path, or of a path with capitals, an extension or an extra slash. */
    private Optional<String> target(SpaceHead space, String path, String usual) {
        boolean isThere = !usual.equals(path)
                && (usual.isEmpty() || pageReader.page(space.id(), usual).isPresent());
        return isThere ? Optional.of(usual) : pageReader.movedTo(space.id(), usual);
    }
}
