package io.commonplace.outside;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.jsoup.nodes.FormElement;

/** A person whom a test has created, with a group of their own. */
record Person(String name, String password, String group) {
    static Person make(Visitor administrator) {
        String name = "p" + UUID.randomUUID().toString().substring(0, 8);
        Person person = new Person(name, "a long password of " + name, "group of " + name);
        done(administrator.submit(
                "/admin/people", "create", Map.of("name", name, "displayName", name, "password", person.password)));
        done(administrator.submit("/admin/groups", "create", Map.of("name", person.group)));
        FormElement form = person.addingForm(administrator);
        done(administrator.send(form, "/admin/groups", Map.of("person", name, "member", "add")));
        return person;
    }

    Visitor signedIn() {
        Visitor visitor = new Visitor();
        done(visitor.signIn(name, password));
        return visitor;
    }

    /** Gives the person's group this level, and removes the rights of all others. */
    void may(Visitor administrator, Space space, String level) {
        String address = "/admin/rights?space=" + space.slug();
        var form = administrator.get(address).form("rights");
        Map<String, String> levels = new java.util.HashMap<>();
        form.select("tbody tr").forEach(row -> {
            String choice = row.select("th").text().equals(group) ? level : "NONE";
            levels.put(row.select("input").attr("name"), choice);
        });
        done(administrator.send(form, address, levels));
    }

    private FormElement addingForm(Visitor administrator) {
        String filtered = "/admin/groups?q=" + URLEncoder.encode(group, StandardCharsets.UTF_8);
        return (FormElement) administrator.get(filtered).page().select("form:has(input[name=person])").stream()
                .findFirst()
                .orElseThrow();
    }

    private static void done(Answer answer) {
        if (answer.status() != 302) {
            throw new IllegalStateException(
                    answer.status() + ": " + answer.page().text());
        }
    }
}
