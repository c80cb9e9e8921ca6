package io.commonplace.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ImportCheckIT {
    private final Visitor administrator = Visitor.administrator();
    private final Space space = Space.make(administrator, "checked");
    private final byte[] archive = Zip.aZip()
            .with("guide/one.md", "# One\n\n[gone](gone.md)")
            .with("mkdocs.yml", "site_name: x")
            .bytes();

    @Test
    void aCheckShowsWhatWouldHappenAndTheImportFollowsWithoutAnUpload() {
        Import check = Import.check(space, archive);
        assertThat(Pages.in(space)).isEmpty();
        String address = check.now().getString("next");

        Answer page = administrator.get(address);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.page().text()).contains("MkDocs", "Broken link: gone.md", "everyone");
        assertThat(page.page().select("td.code").eachText()).contains(space.href("guide/one"));
        Answer started = administrator.submit(address, "import", Map.of());
        assertThat(started.status()).isEqualTo(302);
        new Import(Integer.parseInt(started.location().replaceFirst("^.*/jobs/", ""))).end();
        assertThat(Pages.in(space)).containsOnlyKeys("guide", "guide/one");
        assertThat(administrator.get(address).status()).isEqualTo(404);
    }

    @Test
    void aProgramChecksAndImportsToo() {
        Import check = Import.check(space, archive);
        assertThat(Import.checked(space, check, "&gone=trash").end().getString("state"))
                .isEqualTo("DONE");
        assertThat(Pages.in(space)).containsKey("guide/one");
    }

    @Test
    void anImportIsUndoneAfterItWasConfirmed() {
        Import job = Import.start(space, archive);
        String address = job.end().getString("next");
        assertThat(administrator.get(address).page().text()).contains("New pages that move to the trash: 2");

        Answer started = administrator.submit(address, "undo", Map.of());

        assertThat(started.status()).isEqualTo(302);
        new Import(Integer.parseInt(started.location().replaceFirst("^.*/jobs/", ""))).end();
        assertThat(Pages.in(space)).isEmpty();
        assertThat(administrator.get(address).page().text()).contains("nothing left to undo");
    }
}
