package io.commonplace.check;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.FormElement;

/** A form of the site. */
record Form(FormElement element) {
    static Optional<Form> of(Reply reply, String id) {
        return Jsoup.parse(reply.body()).getElementById(id) instanceof FormElement element
                ? Optional.of(new Form(element))
                : Optional.empty();
    }

    /** The body that a browser would send, with these values in place of the form's own. */
    String filled(Map<String, String> values) {
        Map<String, String> fields = new LinkedHashMap<>();
        element.formData().forEach(field -> fields.put(field.key(), field.value()));
        var button = element.selectFirst("input[type=submit]");
        if (button != null) {
            fields.put(button.attr("name"), button.val());
        }
        fields.putAll(values);
        return fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
