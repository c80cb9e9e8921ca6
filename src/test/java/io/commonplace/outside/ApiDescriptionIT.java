package io.commonplace.outside;

import static org.assertj.core.api.Assertions.assertThat;

import io.commonplace.operations.web.DescribedApi;
import jakarta.json.Json;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The API answers as /api/openapi.yaml says. */
class ApiDescriptionIT {
    private static final String IMPORT = "POST /api/spaces/{space}/imports";

    private final Visitor administrator = Visitor.administrator();
    private final DescribedApi api =
            DescribedApi.parse(administrator.get("/api/openapi.yaml").body());
    private final Space space = Space.named("described");
    private String export = "";

    @Test
    void everyReadAnswersAsDescribed() {
        Answer started = Import.upload(
                space,
                Zip.aZip()
                        .with("a.md", "# A\n\nBegin\n\n## B\n\nWords of all kinds, and [a wrong link](nowhere.md)")
                        .bytes());
        expect(api.operation(IMPORT), 202, started);
        int job =
                Json.createReader(new StringReader(started.body())).readObject().getInt("job");
        assertThat(new Import(job).end().getJsonArray("notes")).isNotEmpty();
        export = Export.start(space, "").ended().download().replaceFirst("^/exports/", "");

        for (DescribedApi.Operation operation : reads()) {
            expect(operation, 200, administrator.get(path(operation, job)));
            expect(operation, 200, administrator.get(path(operation, job) + "?q=wrods+" + space.slug()));
            expect(operation, 401, new Visitor().get(path(operation, job)));
        }
        expect(api.operation("GET /api/jobs/{job}"), 404, administrator.get("/api/jobs/999999999"));
    }

    @Test
    void parametersHaveTheDescribedRanges() {
        List<DescribedApi.Operation> withoutNumber = reads().stream()
                .filter(operation -> !operation.path().contains("{"))
                .toList();
        for (DescribedApi.Operation operation : withoutNumber) {
            operation.query().forEach((name, schema) -> {
                String address = operation.path() + "?" + name + "=";
                right(schema).forEach(value -> expect(operation, 200, administrator.get(address + value)));
                wrong(schema).forEach(value -> expect(operation, 400, administrator.get(address + value)));
            });
        }
    }

    @Test
    void whatIsWrongWithAnImportIsSaidAsDescribed() {
        Space open = Space.make(administrator, "described");
        Person person = Person.make(administrator);
        person.may(administrator, open, "VIEW");

        assertRefused(403, person.name(), person.password(), open, "application/zip");
        assertRefused(404, person.name(), person.password(), space, "application/zip");
        assertRefused(400, "admin", Cluster.password(), open, "application/zip");
        assertRefused(415, "admin", Cluster.password(), open, "text/plain");
    }

    private void assertRefused(int status, String name, String password, Space into, String type) {
        Answer answer = new Visitor()
                .send(Http.request(URI.create(Cluster.url() + "/api/spaces/" + into.slug() + "/imports"))
                        .header("Content-Type", type)
                        .header("Authorization", Import.authorization(name, password))
                        .POST(BodyPublishers.ofString("no archive")));
        expect(api.operation(IMPORT), status, answer);
    }

    private List<DescribedApi.Operation> reads() {
        return api.operations().stream()
                .filter(operation -> operation.method().equals("GET"))
                .toList();
    }

    private String path(DescribedApi.Operation operation, int job) {
        return operation
                .path()
                .replace("{job}", Integer.toString(job))
                .replace("{export}", export)
                .replace("{space}", space.slug());
    }

    private void expect(DescribedApi.Operation operation, int status, Answer answer) {
        String request =
                answer.response().request().method() + " " + answer.response().uri();
        String type = answer.header("Content-Type").replaceFirst(";.*", "");
        assertThat(answer.status()).as(request).isEqualTo(status);
        assertThat(api.content(operation, status)).as(request).containsKey(type);
        if (type.equals("application/json")) {
            var body = Json.createReader(new StringReader(answer.body())).readValue();
            assertThat(api.differences(operation, status, body)).as(request).isEmpty();
        }
    }

    private static List<Object> right(Map<String, Object> schema) {
        List<Object> right = new ArrayList<>(choices(schema));
        if (schema.containsKey("minimum")) {
            right.add(schema.get("minimum"));
            right.add(schema.get("maximum"));
        }
        return right;
    }

    private static List<Object> wrong(Map<String, Object> schema) {
        List<Object> wrong = new ArrayList<>();
        if (!choices(schema).isEmpty()) {
            wrong.add("other");
        }
        if (schema.get("minimum") instanceof Integer least && schema.get("maximum") instanceof Integer most) {
            wrong.addAll(List.of(least - 1, most + 1, "x"));
        }
        return wrong;
    }

    private static List<?> choices(Map<String, Object> schema) {
        return schema.get("enum") instanceof List<?> choices ? choices : List.of();
    }
}
