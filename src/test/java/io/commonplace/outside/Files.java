package io.commonplace.outside;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jsoup.nodes.Element;

/** Sends files by the forms of the site. */
final class Files {
    private Files() {}

    /** By the form of a page's list of files. @param list its address */
    static Answer add(Visitor writer, String list, String name, String text) {
        return send(writer, list, "add", name, text);
    }

    /** A new version, by the form of the page about a file. @param file its address */
    static Answer replace(Visitor writer, String file, String name, String text) {
        return send(writer, file, "replace", name, text);
    }

    private static Answer send(Visitor writer, String address, String id, String name, String text) {
        Element form = writer.get(address).page().expectFirst("form#" + id);
        return writer.post(
                address,
                Multipart.of(Map.of(
                                "csrf",
                                form.select("input[name=csrf]").val(),
                                id,
                                id,
                                "go",
                                "Upload",
                                "jakarta.faces.ViewState",
                                "stateless"))
                        .file("upload", name, text.getBytes(StandardCharsets.UTF_8)));
    }
}
