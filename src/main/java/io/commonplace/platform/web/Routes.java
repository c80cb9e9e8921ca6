package io.commonplace.platform.web;

import static java.util.Map.entry;

import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.MappingMatch;
import java.io.IOException;
import java.io.Serial;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The addresses that people see, and the views behind them. A view can't be asked for by its file's name (Faces is mapped to that ending), and no folder
 * of views may have an address's name: the container would redirect from the address to the folder.
 *
 * <p>An address that takes uploads must also be mapped to the servlet {@code faces} in web.xml: the container reads
 * multipart forms only for the servlet that it found itself.
 */
public class Routes extends HttpFilter {
    @Serial
    private static final long serialVersionUID = 1;

    private static final Map<String, String> EXACT = Map.ofEntries(
            entry("/", "/pages/home.xhtml"),
            entry("/edit", "/pages/edit.xhtml"),
            entry("/new", "/pages/new.xhtml"),
            entry("/move", "/pages/move.xhtml"),
            entry("/delete", "/pages/delete.xhtml"),
            entry("/trash", "/pages/trash.xhtml"),
            entry("/trash/restore", "/pages/restore.xhtml"),
            entry("/trash/destroy", "/pages/destroy.xhtml"),
            entry("/history", "/pages/history.xhtml"),
            entry("/revision", "/pages/revision.xhtml"),
            entry("/jobs", "/job/jobs.xhtml"),
            entry("/admin/spaces", "/admin/spaces.xhtml"),
            entry("/admin/cluster", "/admin/cluster.xhtml"),
            entry("/admin/maintenance", "/admin/maintenance.xhtml"),
            entry("/admin/space", "/admin/space.xhtml"),
            entry("/import", "/transfer/import.xhtml"),
            entry("/login", "/people/login.xhtml"),
            entry("/password", "/people/password.xhtml"),
            entry("/admin/people", "/people/people.xhtml"),
            entry("/admin/person", "/people/person.xhtml"),
            entry("/admin/groups", "/people/groups.xhtml"),
            entry("/admin/group/remove", "/people/remove-group.xhtml"),
            entry("/admin/rights", "/people/rights.xhtml"));

    /** By the first part of the path; the view finds the rest in {@link #rest}. */
    private static final Map<String, String> BY_FIRST_PART = Map.of("s", "/read", "jobs", "/job/job.xhtml");

    /** By the first and the last part of the path, before the first part alone. */
    private static final Map<String, String> BY_ENDS = Map.of("jobs/status", "/jobs/status");

    private static final String REST = Routes.class.getName();

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = RequestPath.of(request);
        String view = view(request, path);
        if (view != null) {
            RequestDispatcher dispatcher = request.getRequestDispatcher(view);
            dispatcher.forward(request, response);
        } else if (request.getHttpServletMapping().getMappingMatch() == MappingMatch.EXTENSION) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else {
            chain.doFilter(request, response);
        }
    }

    /** What follows the first part of the path: {@code a/b} of {@code /s/a/b}; empty for an exact address. */
    public static String rest(HttpServletRequest request) {
        String rest = (String) request.getAttribute(REST);
        return rest == null ? "" : rest;
    }

    /** The views' files by address; of what has further parts, by its beginning. Those of pages are shown by a servlet. */
    static Map<String, String> views() {
        Map<String, String> views = new TreeMap<>(EXACT);
        BY_FIRST_PART.forEach((first, view) -> views.put("/" + first + "/", view));
        return views;
    }

    /** All addresses with a view; of those that have further parts, the beginning. */
    static Set<String> addresses() {
        return views().keySet();
    }

    private static @Nullable String view(HttpServletRequest request, String path) {
        String exact = EXACT.get(path);
        int slash = path.indexOf('/', 1);
        if (exact != null || slash < 0) {
            return exact;
        }
        request.setAttribute(REST, path.substring(slash + 1));
        String first = path.substring(1, slash);
        int last = path.lastIndexOf('/');
        String byEnds = last == slash ? null : BY_ENDS.get(first + path.substring(last));
        return byEnds == null ? BY_FIRST_PART.get(first) : byEnds;
    }
}
