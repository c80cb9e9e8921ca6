package io.commonplace.search.web;

import io.commonplace.platform.Messages;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;

/**
 * {@code GET /opensearch.xml}: describes to browsers how to search this site from their address bar. They take only absolute
 * addresses from it.
 *
 * @see <a href="https://github.com/dewitt/opensearch/blob/master/opensearch-1-1-draft-6.md">OpenSearch 1.1</a>
 */
@WebServlet("/opensearch.xml")
public class OpenSearchDescription extends HttpServlet {
    static final String SUGGESTIONS = "application/x-suggestions+json";

    @Serial
    private static final long serialVersionUID = 1;

    private static final String TYPE = "application/opensearchdescription+xml";
    private static final String NAMESPACE = "http://a9.com/-/spec/opensearch/1.1/";

    @Inject
    private transient SiteAddress site;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType(TYPE);
        response.setCharacterEncoding("UTF-8");
        response.getWriter().write(description(site));
    }

    static String description(SiteAddress site) {
        return XmlText.of("OpenSearchDescription", NAMESPACE, xml -> {
            xml.element("ShortName", Messages.text("search.engine.name"));
            xml.element("Description", Messages.text("search.engine.description"));
            xml.element("InputEncoding", "UTF-8");
            xml.element("Image", site.of("/assets/favicon.svg"), "type", "image/svg+xml");
            xml.element("Url", "", "type", "text/html", "template", site.of("/search?q={searchTerms}"));
            xml.element(
                    "Url",
                    "",
                    "type",
                    SUGGESTIONS,
                    "rel",
                    "suggestions",
                    "template",
                    site.of("/suggest?q={searchTerms}&format=opensearch"));
        });
    }
}
