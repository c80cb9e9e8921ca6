package io.commonplace.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The end of a space, as a reader on another clone than the administrator's sees it. */
class SpaceEndIT {
    private final Visitor administrator = Visitor.administrator();
    private final Visitor reader = Visitor.administrator();
    private final Space space = Space.make(administrator, "ending");

    @BeforeEach
    void makeAPage() {
        administrator.prefer("clone-1");
        reader.prefer("clone-2");
        assertThat(space.create(administrator, "page", "Text").status()).isEqualTo(302);
        assertThat(reader.get(space.href("page")).status()).isEqualTo(200);
    }

    @Test
    void anArchivedSpaceIsReadOnlyOnAllClonesAtOnce() {
        assertThat(reader.get(space.href("page")).page().select("a[href^=/edit]"))
                .isNotEmpty();

        toggle();

        Answer page = reader.get(space.href("page"));
        assertThat(page.page().select("a[href^=/edit]")).isEmpty();
        assertThat(page.page().text()).contains("This space is archived");
        assertThat(reader.get(space.editing("page")).status()).isEqualTo(403);
        assertThat(reader.get("/?q=ending").page().select("a[href=" + space.href() + "]"))
                .isEmpty();

        toggle();

        assertThat(space.save(reader, "page", "Changed").status()).isEqualTo(302);
    }

    @Test
    void aDeletedSpaceIsGoneOnAllClonesAtOnceAndCanBeRestored() {
        Answer deleted = administrator.submit(
                "/admin/space/delete?space=" + space.slug(), "delete", Map.of("key", space.slug()));
        assertThat(deleted.status()).isEqualTo(302);

        assertThat(reader.get(space.href("page")).status()).isEqualTo(404);
        assertThat(reader.get("/admin/space?space=" + space.slug()).status()).isEqualTo(404);
        assertThat(reader.json("/api/search?q=text+space:" + space.slug()).getInt("total"))
                .isZero();

        String link = reader.get("/admin/spaces")
                .page()
                .select("li:contains(ending) a[href*=space/deleted]")
                .attr("href");
        assertThat(reader.submit(link, "deleted", Map.of()).status()).isEqualTo(302);
        assertThat(administrator.get(space.href("page")).status()).isEqualTo(200);
    }

    @Test
    void theKeyAsksForTheRightOne() {
        Answer answer =
                administrator.submit("/admin/space/delete?space=" + space.slug(), "delete", Map.of("key", "another"));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.page().select("#key-error").text()).contains(space.slug());
        assertThat(reader.get(space.href("page")).status()).isEqualTo(200);
    }

    @Test
    void addressesWithAFormerKeyRedirect() {
        Space renamed = Space.named("renamed");
        Answer changed =
                administrator.submit("/admin/space/key?space=" + space.slug(), "key", Map.of("slug", renamed.slug()));
        assertThat(changed.status()).isEqualTo(302);

        Answer former = reader.get(space.href("page"));
        assertThat(former.status()).isEqualTo(301);
        assertThat(former.location()).isEqualTo(renamed.href("page"));
        assertThat(reader.get(renamed.href("page")).status()).isEqualTo(200);
        assertThat(reader.get(space.editing("page")).status()).isEqualTo(200);
    }

    private void toggle() {
        assertThat(administrator
                        .submit("/admin/space/archive?space=" + space.slug(), "archive", Map.of())
                        .status())
                .isEqualTo(302);
    }
}
