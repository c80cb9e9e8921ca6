package io.commonplace.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.Connection.KeyVal;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Incomplete and nonsensical forms get a clear message, and never cause a server error. */
@Tag("thorough")
class IncompleteFormsIT {
    private static final List<String> NONSENSE = List.of("", "x", "-1", "9223372036854775808", "y".repeat(3_000));

    private final Visitor administrator = Visitor.administrator();
    private final Space space = Space.make(administrator, "forms");
    private final Person person = Person.make(administrator);
    private final List<String> failures = new ArrayList<>();

    @Test
    void noIncompleteFormCausesAServerError() {
        for (String gone : List.of("Restored", "Destroyed")) {
            space.create(administrator, gone, "Text");
            administrator.submit(space.deleting(gone.toLowerCase(Locale.ROOT)), "delete", Map.of());
        }
        space.create(administrator, "Stays", "Text");
        space.create(administrator, "Last", "Text");
        addFiles();

        paths().forEach(path -> tryForms(administrator, path));
        // Wrong passwords are counted, so this uses another person than the administrator, whom other tests need.
        tryForms(Person.make(administrator).signedIn(), "/password");

        assertThat(failures).isEmpty();
    }

    /** One stays, and one is in the trash. */
    private void addFiles() {
        Files.add(administrator, files(), "stays.txt", "text");
        Files.add(administrator, files(), "gone.txt", "text");
        administrator.submit(linked(files(), "tr:contains(gone.txt) a[href*=delete]"), "delete", Map.of());
    }

    private String files() {
        return "/attachments?space=" + space.slug() + "&page=stays";
    }

    /** Forms that change something come last. */
    private List<String> paths() {
        List<String> paths = new ArrayList<>(List.of(
                "/import",
                "/admin/people",
                "/admin/groups",
                "/admin/spaces",
                "/admin/maintenance",
                "/admin/cluster",
                "/admin/space?space=" + space.slug(),
                "/admin/rights?space=" + space.slug(),
                "/new?space=" + space.slug() + "&page=",
                space.editing("stays"),
                space.moving("stays")));
        String file = linked(files(), "tr:contains(stays.txt) a[href^=/file?id=]");
        paths.add(file.replace("/file?", "/file/rename?"));
        paths.add(file.replace("/file?", "/file/restore?version=1&"));
        paths.add(linked(space.trash(), "tr:contains(gone.txt) a[href*=restore-file]"));
        paths.add(linked("/admin/people?q=" + person.name(), "tr:contains(" + person.name() + ") a"));
        paths.add(linked("/admin/groups?q=" + person.name(), "li:contains(" + person.group() + ") a[href*=remove]"));
        paths.add(linked(space.trash(), "tr:contains(Restored) a[href*=restore]"));
        paths.add(linked(space.trash(), "tr:contains(Destroyed) a[href*=destroy]"));
        paths.add(space.deleting("last"));
        return paths;
    }

    private String linked(String path, String link) {
        Element found = administrator.get(path).page().selectFirst(link);
        assertThat(found).as(link + " at " + path).isNotNull();
        return found.attr("href");
    }

    private void tryForms(Visitor visitor, String path) {
        Answer shown = visitor.get(path);
        assertThat(shown.status()).as(path).isEqualTo(200);
        shown.page().select("main form").stream()
                .filter(this::isOurs)
                .forEach(form -> tryAll(visitor, path, (FormElement) form));
    }

    /** Leaves the groups unchanged, because other tests need them. */
    private boolean isOurs(Element form) {
        Element card = form.closest("li.card");
        return card == null || card.text().contains(person.group());
    }

    private void tryAll(Visitor visitor, String path, FormElement form) {
        Map<String, String> fields = fields(form);
        for (String field : fields.keySet()) {
            Map<String, String> without = new LinkedHashMap<>(fields);
            without.remove(field);
            tryOne(visitor, path, without, field + " left out");
            if (!field.startsWith("jakarta.faces.")) {
                for (String value : NONSENSE) {
                    Map<String, String> changed = new LinkedHashMap<>(fields);
                    changed.put(field, value);
                    tryOne(visitor, path, changed, field + "=" + value.replaceAll("(.{20}).+", "$1…"));
                }
            }
        }
    }

    private void tryOne(Visitor visitor, String path, Map<String, String> fields, String what) {
        Answer answer = path.equals("/import") ? visitor.post(path, Multipart.of(fields)) : visitor.post(path, fields);
        if (answer.status() >= 500) {
            failures.add(path + " with " + what + ": " + answer.status());
        }
    }

    private static Map<String, String> fields(FormElement form) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (KeyVal field : form.formData()) {
            fields.put(field.key(), field.value());
        }
        form.select("input[type=submit]").forEach(button -> fields.put(button.attr("name"), button.val()));
        // Avoids maintenance mode and draining, which a form without the field would start.
        fields.remove("begin");
        fields.computeIfPresent("drain", (name, clone) -> "no-such-clone");
        return fields;
    }
}
