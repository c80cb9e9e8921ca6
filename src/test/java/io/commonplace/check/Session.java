package io.commonplace.check;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/**
 * The cookies of one simulated browser, and requests that follow no redirect. All sessions share one HTTP client, so that
 * the load generator costs little compared with the site. Not thread-safe.
 */
final class Session {
    private static final Duration TIMEOUT = Duration.ofSeconds(40);
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .followRedirects(HttpClient.Redirect.NEVER)
            .executor(Executors.newFixedThreadPool(2, Session::daemon))
            .build();

    private final Map<String, String> cookies = new TreeMap<>();

    /** @param site the address, without a trailing slash */
    Reply get(String site, String path) {
        return get(site, path, TIMEOUT);
    }

    Reply get(String site, String path, Duration timeout) {
        return send(
                site,
                HttpRequest.newBuilder(URI.create(site + path)).timeout(timeout).header("Sec-Fetch-Mode", "navigate"));
    }

    Reply post(String site, String path, String form) {
        return send(
                site,
                HttpRequest.newBuilder(URI.create(site + path))
                        .timeout(TIMEOUT)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Origin", site)
                        .POST(BodyPublishers.ofString(form)));
    }

    /** Opens a form, fills it in and sends it; without a form, the reply has status 0. */
    Reply submit(String site, String path, String id, Map<String, String> values) {
        Reply shown = get(site, path);
        return Form.of(shown, id)
                .map(form -> post(site, path, form.filled(values)))
                .orElseGet(() -> Reply.none("no form at " + path + ": " + shown.status()));
    }

    String cookie(String name) {
        return cookies.getOrDefault(name, "");
    }

    void setCookie(String name, String value) {
        cookies.put(name, value);
    }

    void removeCookie(String name) {
        cookies.remove(name);
    }

    /** A copy with the same cookies. */
    Session copy() {
        Session copy = new Session();
        copy.cookies.putAll(cookies);
        return copy;
    }

    private Reply send(String site, HttpRequest.Builder request) {
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        try {
            HttpResponse<String> response = CLIENT.send(request.build(), BodyHandlers.ofString());
            response.headers().allValues("Set-Cookie").forEach(this::storeCookie);
            String location = response.headers().firstValue("Location").orElse("");
            return new Reply(
                    response.statusCode(),
                    response.body(),
                    location.startsWith(site) ? location.substring(site.length()) : location);
        } catch (IOException e) {
            return Reply.none(e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Reply.none("interrupted");
        }
    }

    private void storeCookie(String cookie) {
        String pair = cookie.split(";", 2)[0];
        String[] parts = pair.split("=", 2);
        if (parts.length < 2 || parts[1].isEmpty() || cookie.contains("Max-Age=0")) {
            cookies.remove(parts[0]);
        } else {
            cookies.put(parts[0], parts[1]);
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "http");
        thread.setDaemon(true);
        return thread;
    }
}
