package io.commonplace.search.web;

import io.commonplace.people.web.CurrentUser;
import io.commonplace.platform.Refusal;
import io.commonplace.search.ResultOrder;
import io.commonplace.search.Search;
import io.commonplace.search.SearchRequest;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;

/** {@code GET /api/search?q=…&sort=date&after=…&limit=50}. What a program gets wrong is refused, so that it is noticed. */
@WebServlet("/api/search")
public class SearchApi extends HttpServlet {
    @Serial
    private static final long serialVersionUID = 1;

    private static final int USUAL_LIMIT = 20;

    @Inject
    private transient Search search;

    @Inject
    private transient CurrentUser currentUser;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        SearchRequest asked = asked(request);
        String json = SearchJson.of(search.find(currentUser.viewer(), asked));
        response.setContentType("application/json");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.getWriter().write(json + "\n");
    }

    private static SearchRequest asked(HttpServletRequest request) {
        String after = Parameter.of(request, "after");
        SearchRequest asked = SearchRequest.of(
                Parameter.of(request, "q"),
                order(Parameter.of(request, "sort")),
                after,
                limit(Parameter.of(request, "limit")));
        // A wrong cursor means the first page, and a program would read that page for ever.
        if (!after.isEmpty() && asked.after() == null) {
            throw new Refusal("search.after.form");
        }
        return asked;
    }

    private static ResultOrder order(String sort) {
        return sort.isEmpty()
                ? ResultOrder.RELEVANCE
                : OrderName.parse(sort).orElseThrow(() -> new Refusal("search.sort.form"));
    }

    private static int limit(String limit) {
        if (limit.isEmpty()) {
            return USUAL_LIMIT;
        }
        boolean fits = limit.matches("\\d{1,3}")
                && Integer.parseInt(limit) >= 1
                && Integer.parseInt(limit) <= SearchRequest.MAX_SIZE;
        if (!fits) {
            throw new Refusal("search.limit.form", SearchRequest.MAX_SIZE);
        }
        return Integer.parseInt(limit);
    }
}
