package io.commonplace.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RightsIT {
    /** Addresses that name a space and reveal something about it. */
    private static final List<String> ADDRESSES = List.of(
            "/s/",
            "/edit?page=a&space=",
            "/new?page=a&space=",
            "/move?page=a&space=",
            "/delete?page=a&space=",
            "/trash?space=",
            "/trash/restore?deletion=1&space=",
            "/trash/destroy?deletion=1&space=",
            "/history?page=a&space=",
            "/revision?page=a&number=1&space=",
            "/admin/space?space=",
            "/admin/rights?space=");

    private final Visitor administrator = Visitor.administrator();
    private final Person person = Person.make(administrator);

    @Test
    void aSpaceIsInvisibleWithoutARight() {
        Space space = spaceWithAFile();
        person.may(administrator, space, "NONE");
        String file =
                administrator.get(space.href("a")).page().select(".prose img").attr("src");
        assertThat(administrator.get(file).status()).isEqualTo(200);

        Visitor outsider = person.signedIn();

        assertThat(outsider.get(space.href()).status()).isEqualTo(404);
        assertThat(outsider.get(space.href("a")).status()).isEqualTo(404);
        assertThat(outsider.get(file).status()).isEqualTo(404);
        assertThat(outsider.get(space.editing("a")).status()).isEqualTo(404);
        assertThat(outsider.get("/history?space=" + space.slug() + "&page=a").status())
                .isEqualTo(404);
        assertThat(outsider.get("/").body()).doesNotContain(space.slug());
    }

    @Test
    void anImportedSpaceIsInvisibleUntilRightsAreGiven() {
        Space space = Space.named("minutes");
        byte[] archive = Zip.aZip().with("a.md", "# Minutes").bytes();
        assertThat(Import.upload(space, archive).status()).isEqualTo(202);

        assertInvisibleUntilRightsAreGiven(space);
    }

    @Test
    void aSpaceMadeByHandIsInvisibleUntilRightsAreGiven() {
        Space space = Space.named("by-hand");
        Map<String, String> fields = Map.of("name", "Minutes", "slug", space.slug());
        assertThat(administrator.submit("/admin/spaces", "create", fields).status())
                .isEqualTo(302);

        assertInvisibleUntilRightsAreGiven(space);
    }

    @Test
    void aSpaceForEveryoneIsVisibleAtOnce() {
        Space space = Space.make(administrator, "open");

        assertThat(person.signedIn().get(space.href()).status()).isEqualTo(200);
    }

    @Test
    void noSpaceIsMadeForUnknownReaders() {
        Space space = Space.named("readers");

        assertThat(Import.upload(space, Zip.ofPages(1).bytes(), "&readers=all").status())
                .isEqualTo(400);
        assertThat(administrator.get(space.href()).status()).isEqualTo(404);
    }

    private void assertInvisibleUntilRightsAreGiven(Space space) {
        Visitor outsider = person.signedIn();
        assertThat(outsider.get(space.href()).status()).isEqualTo(404);
        assertThat(outsider.get("/").body()).doesNotContain(space.slug());
        assertThat(administrator.get(space.href()).status()).isEqualTo(200);
        person.may(administrator, space, "VIEW");
        assertThat(outsider.get(space.href()).status()).isEqualTo(200);
    }

    @Test
    void aPrivatePageAnswersLikeAMissingOne() {
        Space space = spaceWithAFile();
        person.may(administrator, space, "NONE");
        String file =
                administrator.get(space.href("a")).page().select(".prose img").attr("src");
        Visitor outsider = person.signedIn();
        Space none = Space.named("rights");

        for (String address : ADDRESSES) {
            assertThat(said(outsider.get(address + space.slug()), space))
                    .as("GET " + address)
                    .isEqualTo(said(outsider.get(address + none.slug()), none));
        }
        assertThat(said(describe(outsider, space), space)).isEqualTo(said(describe(outsider, none), none));
        assertThat(said(outsider.get(file), space))
                .isEqualTo(said(outsider.get("/files/0" + file.substring(file.indexOf('/', 7))), space));
    }

    @Test
    void aFileIsServedUnderAnyName() {
        Space space = Space.named("names");
        Import.start(
                        space,
                        Zip.aZip()
                                .with("a.md", "# A\n\n[view](view.xhtml)")
                                .with("view.xhtml", "<html/>".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                                .bytes())
                .end();
        String file =
                administrator.get(space.href("a")).page().select(".prose p a").attr("href");

        Answer answer = administrator.get(file);

        assertThat(file).endsWith("/view.xhtml");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("<html/>");
        assertThat(administrator.get("/pages/page.xhtml").status()).isEqualTo(404);
    }

    @Test
    void aViewerCanReadAndNotEdit() {
        Space space = spaceWithAFile();
        person.may(administrator, space, "VIEW");
        Visitor viewer = person.signedIn();

        Answer page = viewer.get(space.href("a"));

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.page().select("a[href^=/edit]")).isEmpty();
        assertThat(viewer.get(space.editing("a")).status()).isEqualTo(403);
        assertThat(viewer.get("/admin/people").status()).isEqualTo(403);
        assertThat(viewer.get("/admin/rights?space=" + space.slug()).status()).isEqualTo(403);
    }

    @Test
    void aFormIsRefusedAfterTheRightWasRemoved() {
        Space space = spaceWithAFile();
        person.may(administrator, space, "EDIT");
        Visitor editor = person.signedIn();
        var form = editor.get(space.editing("a")).form("edit");
        person.may(administrator, space, "VIEW");

        Answer answer = editor.send(form, space.editing("a"), Map.of("markdown", "Not any more"));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(Pages.in(space)).containsEntry("a", 1);
    }

    @Test
    void aChangeOfRightsAppliesAtOnceOnBothClones() {
        Space space = spaceWithAFile();
        Visitor one = person.signedIn();
        Visitor two = person.signedIn();
        one.prefer("clone-1");
        two.prefer("clone-2");

        for (String level : new String[] {"VIEW", "NONE", "EDIT", "VIEW", "EDIT", "NONE"}) {
            person.may(administrator, space, level);
            for (Visitor visitor : new Visitor[] {one, two}) {
                assertThat(visitor.get(space.href("a")).status())
                        .as("viewing with " + level)
                        .isEqualTo(level.equals("NONE") ? 404 : 200);
                assertThat(visitor.get(space.editing("a")).status())
                        .as("editing with " + level)
                        .isEqualTo(level.equals("NONE") ? 404 : level.equals("EDIT") ? 200 : 403);
            }
        }
        assertThat(one.servedBy()).isEqualTo("clone-1");
        assertThat(two.servedBy()).isEqualTo("clone-2");
    }

    private static String said(Answer answer, Space space) {
        return answer.status() + " " + answer.page().text().replace(space.slug(), "SPACE");
    }

    private static Answer describe(Visitor visitor, Space space) {
        String token =
                visitor.get("/password").page().expectFirst("input[name=csrf]").val();
        return visitor.post(
                "/admin/space?space=" + space.slug(),
                Map.of(
                        "describe",
                        "describe",
                        "go",
                        "Save",
                        "name",
                        "Mine",
                        "description",
                        "",
                        "csrf",
                        token,
                        "jakarta.faces.ViewState",
                        "stateless"));
    }

    private static Space spaceWithAFile() {
        Space space = Space.named("rights");
        Import.start(
                        space,
                        Zip.aZip()
                                .with("a.md", "# A\n\n![picture](p.png)")
                                .with("p.png", new byte[] {1, 2, 3})
                                .bytes())
                .end();
        return space;
    }
}
