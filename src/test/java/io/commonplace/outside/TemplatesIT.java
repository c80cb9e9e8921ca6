package io.commonplace.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class TemplatesIT {
    private final Visitor writer = Visitor.administrator();
    private final Space space = Space.make(writer, "templates");

    @Test
    void aPageBeginsWithABuiltInTemplate() {
        Document form = writer.get(creating("") + "&template=runbook").page();

        assertThat(form.select("#markdown").val())
                .contains("Owner:", "{{title}}")
                .contains(Integer.toString(LocalDate.now(ZoneOffset.UTC).getYear()))
                .doesNotContain("{{date}}", "{{author}}");
        writer.submit(creating("") + "&template=runbook", "create", Map.of("title", "Roll back"));
        assertThat(writer.get(space.href("roll-back")).prose()).contains("When to use “Roll back”");
    }

    @Test
    void aSpaceHasItsOwnTemplates() {
        space.create(writer, "Templates", "What we begin with");
        writer.submit(creating("templates"), "create", Map.of("title", "Incident", "markdown", "{{title}}, {{date}}"));

        Document form = writer.get(creating("")).page();
        String link = form.select(".templates a:contains(Incident)").attr("href");
        writer.submit(link, "create", Map.of("title", "Disk full"));

        assertThat(writer.get(space.href("templates/incident")).prose()).isEqualTo("{{title}}, {{date}}");
        assertThat(writer.get(space.href("disk-full")).prose()).startsWith("Disk full, ");
    }

    @Test
    void withoutATemplateBracesStay() {
        space.create(writer, "Braces", "Write {{title}}");

        assertThat(writer.get(space.href("braces")).prose()).isEqualTo("Write {{title}}");
    }

    private String creating(String parent) {
        return "/new?space=" + space.slug() + "&page=" + parent;
    }
}
