package io.commonplace.search.web;

import io.commonplace.pages.SpaceHead;
import io.commonplace.pages.Spaces;
import io.commonplace.people.PersonName;
import io.commonplace.people.Readers;
import io.commonplace.people.Viewer;
import io.commonplace.people.web.CurrentUser;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;

/**
 * {@code GET /suggest/people?space=…&q=…}: people whom somebody may want to mention on a page of the space, by the beginning
 * of their name. Their address is that of the pages which they changed last, as in the results of a search.
 */
@WebServlet("/suggest/people")
public class SuggestPeopleServlet extends HttpServlet {
    @Serial
    private static final long serialVersionUID = 1;

    private static final int MAX_PEOPLE = 8;

    /** Characters. No name is longer. */
    private static final int MAX_TYPED = 120;

    @Inject
    private transient Spaces spaces;

    @Inject
    private transient Readers readers;

    @Inject
    private transient CurrentUser currentUser;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Viewer viewer = currentUser.viewer();
        SpaceHead space = spaces.get(viewer, Parameter.of(request, "space"));
        String typed = Parameter.beginning(Parameter.of(request, "q"), MAX_TYPED);
        JsonArrayBuilder people = Json.createArrayBuilder();
        for (PersonName person : readers.named(viewer, space.id(), typed, MAX_PEOPLE)) {
            people.add(Json.createObjectBuilder()
                    .add("name", person.name())
                    .add("displayName", person.displayName())
                    .add("href", SearchAddress.pagesOf(person.displayName()).href()));
        }
        response.setContentType("application/json");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.getWriter()
                .write(Json.createObjectBuilder().add("suggestions", people).build() + "\n");
    }
}
