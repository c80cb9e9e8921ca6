package io.commonplace.search.web;

import io.commonplace.search.SearchCounts;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.Serial;

/** {@code POST /search/click} with the typed text: a result of this search is being opened. */
@WebServlet(ClickServlet.ADDRESS)
public class ClickServlet extends HttpServlet {
    static final String ADDRESS = "/search/click";

    @Serial
    private static final long serialVersionUID = 1;

    @Inject
    private transient SearchCounts counts;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
        counts.countClick(Parameter.of(request, "q"));
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }
}
