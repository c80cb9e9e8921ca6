package io.commonplace.outside;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;

/** The multipart body of a form with files, as a browser sends it. */
final class Multipart {
    private final String boundary = UUID.randomUUID().toString();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    static Multipart of(Map<String, String> fields) {
        Multipart form = new Multipart();
        fields.forEach((name, value) -> form.part("name=\"" + name + "\"", value.getBytes(StandardCharsets.UTF_8)));
        return form;
    }

    Multipart file(String field, String fileName, byte[] content) {
        return part("name=\"%s\"; filename=\"%s\"".formatted(field, fileName), content);
    }

    String contentType() {
        return "multipart/form-data; boundary=" + boundary;
    }

    BodyPublisher body() {
        write("--" + boundary + "--\r\n");
        return BodyPublishers.ofByteArray(bytes.toByteArray());
    }

    private Multipart part(String disposition, byte[] content) {
        write("--" + boundary + "\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n");
        bytes.writeBytes(content);
        write("\r\n");
        return this;
    }

    private void write(String text) {
        bytes.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
