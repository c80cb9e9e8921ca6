package io.commonplace.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.Test;

class ImportBelowAPageIT {
    private final Visitor administrator = Visitor.administrator();
    private final Space space = Space.make(administrator, "below");
    private final Person person = Person.make(administrator);

    @Test
    void anAuthorImportsBelowAPageByItsMenu() {
        space.create(administrator, "Ops", "Kept");
        person.may(administrator, space, "EDIT");
        Visitor author = person.signedIn();
        String address = author.get(space.href("ops"))
                .page()
                .expectFirst(".menu-items a[href^=/import]")
                .attr("href");

        Answer answer = submit(author, address, Map.of("go", "Import"));

        assertThat(answer.status()).isEqualTo(302);
        new Import(Integer.parseInt(answer.location().replaceFirst("^.*/jobs/", ""))).end();
        assertThat(Pages.in(space)).containsOnlyKeys("ops", "ops/one").containsEntry("ops", 1);
    }

    @Test
    void anAuthorIsToldToChooseAPage() {
        person.may(administrator, space, "EDIT");
        Visitor author = person.signedIn();

        Answer answer = submit(author, "/import?space=" + space.slug(), Map.of("go", "Import"));

        assertThat(answer.page().select("#below-error").text()).contains("Enter a page of");
        assertThat(Pages.in(space)).isEmpty();
    }

    @Test
    void aReaderHasNoImportInThePagesMenu() {
        space.create(administrator, "Ops", "Kept");
        person.may(administrator, space, "VIEW");
        Visitor reader = person.signedIn();

        Answer page = reader.get(space.href("ops"));

        assertThat(page.status()).isEqualTo(200);
        // The top bar is not looked at: other tests may let everybody edit in spaces of their own.
        assertThat(page.page().select(".menu-items a[href^=/import]")).isEmpty();
        person.may(administrator, space, "EDIT");
        assertThat(reader.get(space.href("ops")).page().select(".menu-items a[href^=/import]"))
                .as("at the next request")
                .isNotEmpty();
    }

    private static Answer submit(Visitor author, String address, Map<String, String> button) {
        FormElement form = author.get(address).form("import");
        Map<String, String> fields = new HashMap<>();
        form.formData().forEach(field -> fields.put(field.key(), field.value()));
        fields.remove("upload");
        fields.remove("check");
        fields.putAll(button);
        byte[] archive = Zip.aZip().with("one.md", "# One").bytes();
        return author.post("/import", Multipart.of(fields).file("upload", "pages.zip", archive));
    }
}
