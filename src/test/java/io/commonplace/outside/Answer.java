package io.commonplace.outside;

import java.net.http.HttpResponse;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/** An HTTP response. */
record Answer(HttpResponse<String> response) {
    int status() {
        return response.statusCode();
    }

    String body() {
        return response.body();
    }

    String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    /** The redirect's target, as a path. */
    String location() {
        return header("Location").replaceFirst("^https?://[^/]*", "");
    }

    Document page() {
        return Jsoup.parse(body(), response.uri().toString());
    }

    /** The page's text, as people have written it. */
    String prose() {
        Element prose = page().selectFirst(".prose");
        return prose == null ? "" : prose.text();
    }

    FormElement form(String id) {
        if (page().getElementById(id) instanceof FormElement form) {
            return form;
        }
        throw new IllegalStateException(
                status() + " at " + response.uri() + " without a form " + id + ": " + page().text());
    }
}
