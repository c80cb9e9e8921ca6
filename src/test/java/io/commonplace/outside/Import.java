package io.commonplace.outside;

import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Set;

/** An import that was started by the API, and its job. */
record Import(int job) {
    private static final Set<String> FINAL = Set.of("DONE", "FAILED", "CANCELLED");

    /** If it creates the space, everybody may view it. */
    static Import start(Space space, byte[] archive) {
        Answer answer = upload(space, archive, "&readers=everyone");
        if (answer.status() != 202) {
            throw new IllegalStateException("The upload was answered by " + answer.status() + ": " + answer.body());
        }
        return new Import(read(answer).getInt("job"));
    }

    /** Waits until the check, which changes no page, is over. */
    static Import check(Space space, byte[] archive) {
        Import check = new Import(read(upload(space, archive, "&check=true")).getInt("job"));
        check.end();
        return check;
    }

    /** Imports what was checked. @param more parameters, each after an ampersand */
    static Import checked(Space space, Import check, String more) {
        Answer answer = new Visitor()
                .send(Http.request(URI.create(Cluster.url() + "/api/spaces/" + space.slug() + "/imports?checked="
                                + check.job() + more))
                        .header("Authorization", authorization("admin", Cluster.password()))
                        .POST(BodyPublishers.noBody()));
        return new Import(read(answer).getInt("job"));
    }

    /** Creates the space if it is missing. Only administrators may view it then. */
    static Answer upload(Space space, byte[] archive) {
        return upload(space, archive, "");
    }

    /** @param more parameters, each after an ampersand */
    static Answer upload(Space space, byte[] archive, String more) {
        return new Visitor()
                .send(Http.request(
                                URI.create(Cluster.url() + "/api/spaces/" + space.slug() + "/imports?filename=test.zip"
                                        + "&name=" + Visitor.encode("Space " + space.slug()) + more))
                        .header("Content-Type", "application/zip")
                        .header("Authorization", authorization("admin", Cluster.password()))
                        .POST(BodyPublishers.ofByteArray(archive)));
    }

    /** The ended job; waits even if a clone or the broker is down meanwhile. */
    JsonObject end() {
        return await("the end of job " + job)
                .atMost(Duration.ofMinutes(5))
                .pollInterval(Duration.ofMillis(300))
                .ignoreExceptions()
                .until(this::now, now -> FINAL.contains(now.getString("state")));
    }

    JsonObject now() {
        Answer answer = new Visitor()
                .send(Http.request(URI.create(Cluster.url() + "/api/jobs/" + job))
                        .header("Authorization", authorization("admin", Cluster.password())));
        return read(answer);
    }

    /** All messages of the job about this file. */
    static String saidOf(JsonObject job, String file) {
        return String.join(
                " ",
                notes(job, "problem").stream()
                        .filter(note -> note.getString("subject").equals(file))
                        .map(note -> note.getString("message"))
                        .toList());
    }

    static List<JsonObject> notes(JsonObject job, String severity) {
        return job.getJsonArray("notes").getValuesAs(JsonObject.class).stream()
                .filter(note -> note.getString("severity").equals(severity))
                .toList();
    }

    static String authorization(String name, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    private static JsonObject read(Answer answer) {
        return Json.createReader(new StringReader(answer.body())).readObject();
    }
}
