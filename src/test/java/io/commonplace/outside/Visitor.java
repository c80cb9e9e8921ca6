package io.commonplace.outside;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Connection.KeyVal;
import org.jsoup.nodes.FormElement;

/** An HTTP client with a browser's cookies. */
final class Visitor {
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = Http.client(cookies);

    /** The administrator, signed in. */
    static Visitor administrator() {
        Visitor visitor = new Visitor();
        Answer answer = visitor.signIn("admin", Cluster.password());
        if (answer.status() != 302) {
            throw new IllegalStateException("Signing in was answered by " + answer.status() + ": " + answer.body());
        }
        return visitor;
    }

    Answer signIn(String name, String password) {
        return submit("/login", "signin", Map.of("name", name, "password", password));
    }

    Answer get(String path) {
        return send(Http.request(URI.create(Cluster.url() + path)).header("Sec-Fetch-Mode", "navigate"));
    }

    /** Opens the form, fills it in and sends it. */
    Answer submit(String path, String id, Map<String, String> values) {
        return send(get(path).form(id), path, values);
    }

    /** Sends a form that was opened before. */
    Answer send(FormElement form, String path, Map<String, String> values) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (KeyVal field : form.formData()) {
            fields.put(field.key(), field.value());
        }
        var button = form.selectFirst("input[type=submit]");
        if (button != null) {
            fields.put(button.attr("name"), button.val());
        }
        fields.putAll(values);
        return post(path, fields);
    }

    Answer post(String path, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(Http.request(URI.create(Cluster.url() + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", Cluster.url())
                .POST(BodyPublishers.ofString(body)));
    }

    Answer post(String path, Multipart form) {
        return send(Http.request(URI.create(Cluster.url() + path))
                .header("Content-Type", form.contentType())
                .header("Origin", Cluster.url())
                .POST(form.body()));
    }

    Answer send(HttpRequest.Builder request) {
        return new Answer(Http.send(http, request.build()));
    }

    JsonObject json(String path) {
        Answer answer = send(Http.request(URI.create(Cluster.url() + path)));
        if (answer.status() != 200) {
            throw new IllegalStateException(path + " answered " + answer.status() + ": " + answer.body());
        }
        return Json.createReader(new StringReader(answer.body())).readObject();
    }

    /** Asks the load balancer for this clone from now on; if the clone is gone, it chooses another. */
    void prefer(String clone) {
        URI site = URI.create(Cluster.url());
        List.copyOf(cookies.getCookieStore().getCookies()).stream()
                .filter(known -> known.getName().equals("CLONE"))
                .forEach(known -> cookies.getCookieStore().remove(site, known));
        keep("CLONE", clone);
    }

    private void keep(String name, String value) {
        URI site = URI.create(Cluster.url());
        HttpCookie cookie = new HttpCookie(name, value);
        cookie.setDomain(site.getHost());
        cookie.setPath("/");
        cookie.setVersion(0);
        cookies.getCookieStore().add(site, cookie);
    }

    /** The clone that has answered last. */
    String servedBy() {
        return cookie("CLONE");
    }

    /** Copies a cookie of another visitor, as if it were the same browser. */
    void take(Visitor other, String name) {
        keep(name, other.cookie(name));
    }

    String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
