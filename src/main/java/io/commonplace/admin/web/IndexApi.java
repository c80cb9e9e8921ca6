package io.commonplace.admin.web;

import io.commonplace.operations.ClusterState;
import io.commonplace.people.Access;
import io.commonplace.people.web.CurrentUser;
import io.commonplace.platform.Refusal;
import io.commonplace.search.IndexRebuild;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /api/index?space=<key>} requests a rebuild of the search indexes; without a space, of all pages. {@code GET
 * /api/index?request=<number>} returns the progress of each clone. For administrators of the site.
 */
@WebServlet("/api/index")
public class IndexApi extends HttpServlet {
    @Serial
    private static final long serialVersionUID = 1;

    @Inject
    private transient IndexRebuild rebuild;

    @Inject
    private transient ClusterState cluster;

    @Inject
    private transient Access access;

    @Inject
    private transient CurrentUser currentUser;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        access.requireAdministrator(currentUser.viewer());
        long number = number(orEmpty(request.getParameter("request")));
        // Clones of an older version don't report their index.
        List<CloneSummary> clones = CloneSummary.all(cluster.now()).stream()
                .filter(clone -> clone.index().isKnown())
                .toList();
        answer(response, HttpServletResponse.SC_OK, progress(clones, number));
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        long number = rebuild.request(currentUser.viewer(), orEmpty(request.getParameter("space")));
        String url = "/api/index?request=" + number;
        response.setHeader("Location", url);
        answer(
                response,
                HttpServletResponse.SC_ACCEPTED,
                Json.createObjectBuilder()
                        .add("request", number)
                        .add("url", url)
                        .build());
    }

    private static JsonObject progress(List<CloneSummary> clones, long number) {
        JsonArrayBuilder list = Json.createArrayBuilder();
        clones.forEach(clone -> list.add(Json.createObjectBuilder()
                .add("name", clone.name())
                .add("percent", clone.index().percentOf(number))));
        return Json.createObjectBuilder()
                .add("request", number)
                .add("state", clones.stream().allMatch(clone -> clone.index().hasDone(number)) ? "DONE" : "RUNNING")
                .add(
                        "percent",
                        clones.stream()
                                .mapToInt(clone -> clone.index().percentOf(number))
                                .min()
                                .orElse(0))
                .add("clones", list)
                .build();
    }

    private static void answer(HttpServletResponse response, int status, JsonObject json) throws IOException {
        response.setStatus(status);
        response.setContentType("application/json");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.getWriter().write(json + "\n");
    }

    private static long number(String text) {
        if (text.isEmpty()) {
            return 0;
        }
        if (!text.matches("\\d{1,18}")) {
            throw new Refusal("index.request.form");
        }
        return Long.parseLong(text);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
