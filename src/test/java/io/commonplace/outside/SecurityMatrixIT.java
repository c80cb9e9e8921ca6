package io.commonplace.outside;

import static org.assertj.core.api.Assertions.assertThat;

import io.commonplace.platform.web.Endpoint;
import io.commonplace.platform.web.Endpoints;
import io.commonplace.platform.web.SecurityMatrix;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Checks the access matrix of src/docs/security.md. Requests that would change something are left to the tests of each
 * feature.
 */
class SecurityMatrixIT {
    private static final Set<String> UPLOADS = Set.of("/import", "/attachments", "/file");

    private final Visitor administrator = Visitor.administrator();
    private final Space space = Space.named("matrix");
    private final Map<String, Endpoint> endpoints =
            Endpoints.all().stream().collect(Collectors.toMap(Endpoint::key, Function.identity(), (one, other) -> one));
    private final Map<String, String> names = new HashMap<>();

    @Test
    void everyRowOfTheMatrixHolds() throws Exception {
        List<SecurityMatrix.Row> rows = SecurityMatrix.rows();
        Person person = Person.make(administrator);
        make();
        Visitor visitor = person.signedIn();

        List<String> wrong = new ArrayList<>();
        ask(rows, "stranger", new Visitor(), wrong);
        for (String level : List.of("none", "view", "edit", "administer")) {
            person.may(administrator, space, level.toUpperCase(Locale.ROOT));
            ask(rows, level, visitor, wrong);
            if (level.equals("none")) {
                compare(rows, visitor, wrong);
            }
        }
        ask(rows, "site", administrator, wrong);

        assertThat(wrong).isEmpty();
        assertThat(Pages.in(space)).containsOnlyKeys("a");
    }

    private void make() {
        Import job = Import.start(
                space,
                Zip.aZip()
                        .with("a.md", "# A\n\n![picture](p.png)")
                        .with("b.md", "# B")
                        .with("p.png", new byte[] {1, 2, 3})
                        .bytes());
        job.end();
        administrator.submit(space.deleting("b"), "delete", Map.of());
        names.put("space", space.slug());
        names.put("job", Integer.toString(job.job()));
        names.put("export", Export.start(space, "").ended().download().replaceFirst("^/exports/", ""));
        names.put(
                "file",
                administrator.get(space.href("a")).page().select(".prose img").attr("src"));
        names.put("attachment", attachment("a.txt"));
        names.put("trashedFile", trashedFile());
        names.put("deletion", parameter(administrator.get(space.trash()), "a[href*=deletion=]", "deletion"));
        names.put("group", parameter(administrator.get("/admin/groups"), "a[href*=group/remove]", "id"));
        names.put("person", parameter(administrator.get("/admin/people"), "a[href*=admin/person]", "id"));
        names.put(
                "check",
                Integer.toString(Import.check(space, Zip.ofPages(1).bytes()).job()));
        names.put("deletedSpace", deletedSpace());
        assertThat(names).doesNotContainValue("");
    }

    private String deletedSpace() {
        Space other = Space.make(administrator, "matrix");
        Answer answer = administrator.submit(
                "/admin/space/delete?space=" + other.slug(), "delete", Map.of("key", other.slug()));
        assertThat(answer.status()).isEqualTo(302);
        return parameter(administrator.get("/admin/spaces"), "a[href*=space/deleted]", "id");
    }

    private String attachment(String name) {
        String page = "space=" + space.slug() + "&page=a";
        administrator.send(Http.request(URI.create(Cluster.url() + "/attachments/add?name=" + name + "&" + page))
                .header("X-CSRF-Token", tokenOf(administrator))
                .POST(BodyPublishers.ofString("text")));
        String row = "tr:contains(" + name + ") ";
        return parameter(administrator.get("/attachments?" + page), row + "a[href*=file/delete]", "id");
    }

    private String trashedFile() {
        String file = attachment("b.txt");
        administrator.submit("/file/delete?id=" + file, "delete", Map.of());
        return file;
    }

    private void ask(List<SecurityMatrix.Row> rows, String who, Visitor visitor, List<String> wrong) {
        String token = tokenOf(visitor);
        for (SecurityMatrix.Row row : rows) {
            String expected = Objects.requireNonNull(row.answers().get(who));
            Endpoint endpoint = Objects.requireNonNull(endpoints.get(row.endpoint()));
            String answer = answer(visitor, endpoint, path(row, names), token, expected);
            if (answer != null && !answer.equals(expected)) {
                wrong.add(who + " at " + row.endpoint() + ": " + answer + ", not " + expected);
            }
        }
    }

    /** A hidden page has the same answer and message as a missing one. */
    private void compare(List<SecurityMatrix.Row> rows, Visitor visitor, List<String> wrong) {
        String token = tokenOf(visitor);
        Map<String, String> absent = new HashMap<>(names);
        absent.put("space", Space.named("matrix").slug());
        absent.put("job", "999999999");
        absent.put("export", "999999999");
        absent.put("check", "999999999");
        absent.put("attachment", "999999999");
        absent.put("trashedFile", "999999999");
        absent.put("deletedSpace", "999999999");
        absent.put("file", names.getOrDefault("file", "").replaceFirst("\\d+", "999999999"));
        for (SecurityMatrix.Row row : rows) {
            Endpoint endpoint = Objects.requireNonNull(endpoints.get(row.endpoint()));
            if ("404".equals(row.answers().get("none")) && !endpoint.method().equals("WEBSOCKET")) {
                String hidden = said(visitor, endpoint, row, token, names);
                String missing = said(visitor, endpoint, row, token, absent);
                if (!hidden.equals(missing)) {
                    wrong.add(row.endpoint() + " tells " + hidden + " from " + missing);
                }
            }
        }
    }

    private static String said(
            Visitor visitor, Endpoint endpoint, SecurityMatrix.Row row, String token, Map<String, String> named) {
        String path = path(row, named);
        Answer answer = endpoint.method().equals("POST") ? post(visitor, endpoint, path, token) : visitor.get(path);
        return answer.status() + " " + answer.page().text().replace(named.getOrDefault("space", ""), "SPACE");
    }

    /** The answer in the matrix's terms; null for a request that would change something. */
    private static @Nullable String answer(
            Visitor visitor, Endpoint endpoint, String path, String token, String expected) {
        if (endpoint.method().equals("WEBSOCKET")) {
            int status = Push.refusal(visitor, path);
            return status == 101 ? "ok" : Integer.toString(status);
        }
        if (!endpoint.method().equals("POST")) {
            return shown(visitor.get(path));
        }
        if (expected.equals("ok")) {
            return null;
        }
        Answer answer = post(visitor, endpoint, path, token);
        return answer.status() == 200 ? "form" : Integer.toString(answer.status());
    }

    private static Answer post(Visitor visitor, Endpoint endpoint, String path, String token) {
        if (path.startsWith("/api/")) {
            return visitor.send(Http.request(URI.create(Cluster.url() + path))
                    .header("Content-Type", "application/zip")
                    .header("X-CSRF-Token", token)
                    .POST(BodyPublishers.noBody()));
        }
        Map<String, String> fields = new HashMap<>(endpoint.fields());
        fields.put("csrf", token);
        if (!endpoint.action().isEmpty()) {
            fields.put("jakarta.faces.ViewState", "stateless");
        }
        return UPLOADS.contains(endpoint.address())
                ? visitor.post(path, Multipart.of(fields))
                : visitor.post(path, fields);
    }

    private static String shown(Answer answer) {
        if (answer.status() == 302 && answer.location().startsWith("/login")) {
            return "sign in";
        }
        return answer.status() < 400 ? "ok" : Integer.toString(answer.status());
    }

    private static String tokenOf(Visitor visitor) {
        var field = visitor.get("/password").page().selectFirst("input[name=csrf]");
        return field == null ? "" : field.val();
    }

    private static String path(SecurityMatrix.Row row, Map<String, String> named) {
        String path = row.path();
        for (Map.Entry<String, String> name : named.entrySet()) {
            path = path.replace("{" + name.getKey() + "}", name.getValue());
        }
        return path;
    }

    private static String parameter(Answer answer, String link, String name) {
        String href = answer.page().select(link).attr("href");
        return href.replaceFirst(".*[?&]" + name + "=", "").replaceFirst("&.*", "");
    }
}
