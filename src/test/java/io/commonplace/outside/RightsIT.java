package io.commonplace.outside;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RightsIT {
    private final Visitor administrator = Visitor.administrator();
    private final Person person = Person.make(administrator);

    @Test
    void whoMayNotViewASpaceLearnsNothingOfIt() {
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
    void aViewerReadsAndMayNotEdit() {
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
    void aFormThatWasOpenedWithARightIsRefusedWithoutIt() {
        Space space = spaceWithAFile();
        person.may(administrator, space, "EDIT");
        Visitor editor = person.signedIn();
        var form = editor.get(space.editing("a")).form("edit");
        person.may(administrator, space, "VIEW");

        Answer answer = editor.send(form, space.editing("a"), java.util.Map.of("markdown", "Not any more"));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(Pages.in(space)).containsEntry("a", 1);
    }

    @Test
    void aChangeOfRightsActsAtOnceOnBothClones() {
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
