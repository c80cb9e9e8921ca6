package io.commonplace.outside;

import java.util.Map;
import java.util.UUID;
import org.jsoup.nodes.Element;

/** A person whom a test has created, with a group of their own. */
record Person(String name, String password, String group) {
    static Person make(Visitor administrator) {
        String name = "p" + UUID.randomUUID().toString().substring(0, 8);
        Person person = new Person(name, "a long password of " + name, "group of " + name);
        done(administrator.submit(
                "/admin/people", "create", Map.of("name", name, "displayName", name, "password", person.password)));
        done(administrator.submit("/admin/groups", "create", Map.of("name", person.group)));
        Element form = person.addingForm(administrator);
        Element option = form.select("option").stream()
                .filter(choice -> choice.text().equals(name))
                .findFirst()
                .orElseThrow();
        done(administrator.send(
                (org.jsoup.nodes.FormElement) form, "/admin/groups", Map.of("add", option.attr("value"))));
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

    private Element addingForm(Visitor administrator) {
        return administrator.get("/admin/groups").page().select("form:has(select)").stream()
                .filter(form -> form.text().contains("Add a person to " + group))
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
