package io.commonplace.outside;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** An export that was started by the API or the form, and its job. */
record Export(int job) {
    /** @param parameters each after an ampersand */
    static Export start(Space space, String parameters) {
        Answer answer = new Visitor()
                .send(Http.request(URI.create(Cluster.url() + "/api/spaces/" + space.slug() + "/exports?" + parameters))
                        .header("Authorization", Import.authorization("admin", Cluster.password()))
                        .POST(BodyPublishers.noBody()));
        if (answer.status() != 202) {
            throw new IllegalStateException("The export was answered by " + answer.status() + ": " + answer.body());
        }
        return new Export(
                Json.createReader(new StringReader(answer.body())).readObject().getInt("job"));
    }

    /** By the form, as a person. @param what the choice's value */
    static Export byForm(Visitor visitor, Space space, String page, String what) {
        Answer answer =
                visitor.submit("/export?space=" + space.slug() + "&page=" + page, "export", Map.of("what", what));
        if (answer.status() != 302) {
            throw new IllegalStateException(
                    answer.status() + ": " + answer.page().text());
        }
        return new Export(Integer.parseInt(answer.location().replaceFirst("^/jobs/", "")));
    }

    /** Waits for the job's end. */
    Ended ended() {
        JsonObject end = new Import(job).end();
        if (!end.getString("state").equals("DONE")) {
            throw new IllegalStateException("The export has not succeeded: " + end);
        }
        return new Ended(job, end.getString("download"));
    }

    /** @param download the archive's address, for the person who has asked for it */
    record Ended(int job, String download) {
        /** The administrator's archive. */
        byte[] bytes() {
            try {
                HttpResponse<byte[]> response = Http.client(new CookieManager())
                        .send(
                                Http.request(URI.create(Cluster.url() + "/api" + download))
                                        .header("Authorization", Import.authorization("admin", Cluster.password()))
                                        .build(),
                                HttpResponse.BodyHandlers.ofByteArray());
                if (response.statusCode() != 200) {
                    throw new IllegalStateException(download + " was answered by " + response.statusCode());
                }
                return response.body();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }

        Map<String, byte[]> files() {
            Map<String, byte[]> files = new LinkedHashMap<>();
            try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes()))) {
                for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                    files.put(entry.getName(), zip.readAllBytes());
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return files;
        }
    }
}
