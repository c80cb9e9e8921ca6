package io.commonplace.transfer.web;

import io.commonplace.pages.PageHead;
import io.commonplace.pages.PageReader;
import io.commonplace.pages.SpaceHead;
import io.commonplace.pages.SpaceReaders;
import io.commonplace.pages.Spaces;
import io.commonplace.people.Viewer;
import io.commonplace.people.web.CurrentUser;
import io.commonplace.platform.Messages;
import io.commonplace.platform.NotFound;
import io.commonplace.platform.Refusal;
import io.commonplace.platform.web.ErrorPage;
import io.commonplace.transfer.ExportFormat;
import io.commonplace.transfer.Exports;
import io.commonplace.transfer.GonePages;
import io.commonplace.transfer.ImportChecks;
import io.commonplace.transfer.ImportPlace;
import io.commonplace.transfer.ImportPlaces;
import io.commonplace.transfer.Imports;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /api/spaces/<space>/imports?filename=x.zip}, with the archive as the body. With the parameter {@code name},
 * an administrator creates the space if it is missing. Only administrators of the site may view it, or with {@code
 * readers=everyone} everybody. With {@code page} the pages come below that page. With {@code check=true} nothing is imported: a job says what an import would do, and {@code
 * checked=<its number>} imports the same archive later, with {@code gone=trash} if pages that are gone from it should go to
 * the trash. {@code POST /api/spaces/<space>/exports} exports the space, or with {@code page} that page with
 * all pages below it; {@code format} is a name of {@link ExportFormat}.
 */
@WebServlet("/api/spaces/*")
public class TransferApi extends HttpServlet {
    @Serial
    private static final long serialVersionUID = 1;

    private static final Pattern ADDRESS = Pattern.compile("/([^/]+)/(imports|exports)");
    private static final Set<String> TYPES =
            Set.of("application/zip", "application/x-zip-compressed", "application/octet-stream");

    @Inject
    private transient Imports imports;

    @Inject
    private transient Exports exports;

    @Inject
    private transient ImportChecks checks;

    @Inject
    private transient ImportPlaces places;

    @Inject
    private transient PageReader pageReader;

    @Inject
    private transient Spaces spaces;

    @Inject
    private transient CurrentUser currentUser;

    @Inject
    private transient ErrorPage page;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Matcher address = ADDRESS.matcher(orEmpty(request.getPathInfo()));
        if (!address.matches()) {
            throw new NotFound("api.notFound");
        }
        if (address.group(2).equals("exports")) {
            answer(response, export(request, address.group(1)));
            return;
        }
        String checked = orEmpty(request.getParameter("checked"));
        if (!checked.isEmpty()) {
            answer(response, importChecked(request, address.group(1), checked));
            return;
        }
        String type = orEmpty(request.getContentType()).replaceFirst("\\s*;.*", "");
        if (!TYPES.contains(type.toLowerCase(Locale.ROOT))) {
            page.write(request, response, 415, Messages.text("api.type"));
            return;
        }
        answer(response, importContent(request, address.group(1)));
    }

    /** Imports the archive that is the body of the request, or checks it. */
    private long importContent(HttpServletRequest request, String slug) throws IOException {
        Viewer viewer = currentUser.viewer();
        SpaceReaders readers = SpaceReaders.named(request.getParameter("readers"));
        SpaceHead space = space(viewer, slug, orEmpty(request.getParameter("name")), readers);
        ImportPlace place = places.find(space, orEmpty(request.getParameter("page")))
                .orElseThrow(() -> new NotFound("page.notFound"));
        String fileName = orEmpty(request.getParameter("filename"));
        return Boolean.parseBoolean(request.getParameter("check"))
                ? imports.check(viewer, place, fileName, request.getInputStream())
                : imports.start(viewer, place, fileName, request.getInputStream());
    }

    /** Imports the archive of an earlier check; the request has no body. */
    private long importChecked(HttpServletRequest request, String slug, String job) {
        Viewer viewer = currentUser.viewer();
        SpaceHead space = spaces.get(viewer, slug);
        long check = JobParameter.of(job);
        if (checks.get(viewer, check).spaceId() != space.id()) {
            throw new NotFound("import.check.notFound");
        }
        return checks.start(viewer, check, GonePages.of(orEmpty(request.getParameter("gone"))));
    }

    private long export(HttpServletRequest request, String slug) {
        Viewer viewer = currentUser.viewer();
        SpaceHead space = spaces.get(viewer, slug);
        String written = request.getParameter("format");
        ExportFormat format = ExportFormat.named(written == null ? ExportFormat.MARKDOWN.name() : written)
                .orElseThrow(() -> new Refusal("export.format.unknown"));
        String path = request.getParameter("page");
        if (path == null) {
            return exports.space(viewer, space, format);
        }
        PageHead page = pageReader.page(space.id(), path).orElseThrow(() -> new NotFound("page.notFound"));
        return exports.page(viewer, space, page, true, format);
    }

    private SpaceHead space(Viewer viewer, String slug, String name, SpaceReaders readers) {
        boolean mayCreate = viewer.administrator() && !name.isBlank();
        return spaces.find(viewer, slug)
                .orElseGet(() -> mayCreate ? create(viewer, slug, name, readers) : spaces.get(viewer, slug));
    }

    /** If two concurrent uploads both create the space, the second one uses the first one's. */
    private SpaceHead create(Viewer viewer, String slug, String name, SpaceReaders readers) {
        try {
            return spaces.create(viewer, slug, name, "", readers);
        } catch (Refusal e) {
            return spaces.find(viewer, slug).orElseThrow(() -> e);
        }
    }

    private static void answer(HttpServletResponse response, long job) throws IOException {
        String url = "/jobs/" + job;
        response.setStatus(HttpServletResponse.SC_ACCEPTED);
        response.setHeader("Location", url);
        response.setContentType("application/json");
        response.getWriter()
                .write(Json.createObjectBuilder()
                                .add("job", job)
                                .add("url", url)
                                .build() + "\n");
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
