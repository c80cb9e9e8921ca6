package io.commonplace.search.web;

import io.commonplace.people.Viewer;
import io.commonplace.people.web.CurrentUser;
import io.commonplace.platform.Refusal;
import io.commonplace.search.ChangedWithin;
import io.commonplace.search.ResultKind;
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
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * {@code GET /api/search?q=…&kind=pages&updated=week&sort=date&after=…&limit=50}. Wrong parameters are refused, so that
 * somebody notices them.
 */
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
        String json = json(currentUser.viewer(), asked);
        response.setContentType("application/json");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.getWriter().write(json + "\n");
    }

    private String json(Viewer viewer, SearchRequest asked) {
        return switch (asked.kind()) {
            case PAGES, DELETED -> SearchJson.of(search.find(viewer, asked));
            case PEOPLE -> SearchJson.of(search.people(viewer, asked.query(), asked.size()));
            case SPACES -> SearchJson.of(search.spaces(viewer, asked.query()));
        };
    }

    private static SearchRequest asked(HttpServletRequest request) {
        String after = Parameter.of(request, "after");
        SearchRequest asked = SearchRequest.of(
                        Parameter.of(request, "q"),
                        choice(request, "sort", ResultOrder.class).orElse(ResultOrder.RELEVANCE),
                        after,
                        limit(Parameter.of(request, "limit")))
                .of(choice(request, "kind", ResultKind.class).orElse(ResultKind.PAGES))
                .changedWithin(choice(request, "updated", ChangedWithin.class).orElse(null));
        // A wrong cursor means the first page, and a program would read that page for ever.
        if (!after.isEmpty() && asked.after() == null) {
            throw new Refusal("search.after.form");
        }
        return asked;
    }

    /** Empty if the parameter is missing. */
    private static <E extends Enum<E>> Optional<E> choice(HttpServletRequest request, String name, Class<E> choices) {
        String value = Parameter.of(request, name);
        Optional<E> choice = AddressName.parse(choices, value);
        if (choice.isEmpty() && !value.isEmpty()) {
            throw new Refusal("search.choice.form", name, names(choices));
        }
        return choice;
    }

    private static String names(Class<? extends Enum<?>> choices) {
        return Arrays.stream(choices.getEnumConstants())
                .map(choice -> "“" + AddressName.of(choice) + "”")
                .collect(Collectors.joining(", "));
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
