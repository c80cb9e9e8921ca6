package io.commonplace.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Moves, deletes and restores pages with forms and through the load balancer. */
class RearrangingIT {
    private final Visitor writer = Visitor.administrator();

    @Test
    void bothAddressesOfAMovedPageWorkOnBothClones() {
        Space space = withPages("moved");

        Answer moved = writer.submit(space.moving("a"), "move", Map.of("parent", "b", "name", "A two"));

        assertThat(moved.location()).isEqualTo(space.href("b/a-two"));
        assertThat(writer.get(moved.location()).page().text()).contains("Moved “a”");
        for (String clone : Cluster.CLONES) {
            Visitor reader = Visitor.administrator();
            reader.prefer(clone);
            assertThat(reader.get(space.href("a")).location()).isEqualTo(space.href("b/a-two"));
            assertThat(reader.get(space.href("a/below")).location()).isEqualTo(space.href("b/a-two/below"));
            assertThat(reader.get(space.href("b/a-two/below")).prose()).isEqualTo("Below a");
        }
    }

    @Test
    void theMoveFormShowsThePlaceAndErrorsAtTheFields() {
        Space space = withPages("fields");

        var form = writer.get(space.moving("a/below")).form("move");
        assertThat(form.select("#parent").val()).isEqualTo("a");
        assertThat(form.select("#name").val()).isEqualTo("below");
        assertThat(form.select("option")).isEmpty();

        Answer below = writer.submit(space.moving("a"), "move", Map.of("parent", "a/below"));
        assertThat(below.page().select("#parent-error").text()).contains("can’t be below itself");
        Answer taken = writer.submit(space.moving("a"), "move", Map.of("name", "b"));
        assertThat(taken.page().select("#name-error").text()).contains("There is already a page at b");
        assertThat(taken.page().select("#name").attr("aria-describedby")).isEqualTo("name-error");
        Answer elsewhere = writer.submit(space.moving("a"), "move", Map.of("parent", "/s/handbook/using"));
        assertThat(elsewhere.page().select("#parent-error").text()).contains("within its space");
    }

    @Test
    void aConcurrentSecondMoveIsAConflict() {
        Space space = withPages("both");
        var opened = writer.get(space.moving("a")).form("move");
        Visitor other = Visitor.administrator();
        other.submit(space.moving("a"), "move", Map.of("parent", "b"));

        Answer refused = writer.send(opened, space.moving("a"), Map.of("name", "mine"));

        assertThat(refused.status()).isEqualTo(200);
        assertThat(refused.page().text()).contains("somebody else has moved this page in the meantime, to b/a");
        Answer again = writer.send(refused.form("move"), space.moving("a"), Map.of("parent", "", "name", "mine"));
        assertThat(again.location()).isEqualTo(space.href("mine"));
        assertThat(writer.get(space.href("b/a")).location()).isEqualTo(space.href("mine"));
    }

    @Test
    void noCloneServesADeletedPageAndUndoRestoresIt() {
        Space space = withPages("deleted");
        Visitor one = Visitor.administrator();
        Visitor two = Visitor.administrator();
        one.prefer("clone-1");
        two.prefer("clone-2");

        for (int i = 0; i < 5; i++) {
            assertThat(two.get(space.href("a/below")).prose()).isEqualTo("Below a");
            assertThat(one.get(space.deleting("a")).page().text()).contains("Pages to delete: 2");
            Answer deleted = one.submit(space.deleting("a"), "delete", Map.of());
            assertThat(deleted.status()).isEqualTo(302);
            assertThat(two.get(space.href("a")).status()).isEqualTo(404);
            Answer below = two.get(space.href("a/below"));
            assertThat(below.status()).isEqualTo(404);
            assertThat(below.page().text()).contains("This page was deleted");

            String undo = one.get(deleted.location()).page().select(".notice a").attr("href");
            Answer restored = one.submit(undo, "restore", Map.of());
            assertThat(restored.location()).isEqualTo(space.href("a"));
            assertThat(two.get(space.href("a/below")).prose()).isEqualTo("Below a");
        }
        assertThat(one.servedBy()).isEqualTo("clone-1");
        assertThat(two.servedBy()).isEqualTo("clone-2");
    }

    @Test
    void aViewerSeesNoTrashAndNoMoveOrDelete() {
        Space space = withPages("viewed");
        Person person = Person.make(writer);
        person.may(writer, space, "VIEW");
        Visitor viewer = person.signedIn();

        assertThat(viewer.get(space.href("a")).page().text()).doesNotContain("Delete");
        assertThat(viewer.get(space.moving("a")).status()).isEqualTo(403);
        assertThat(viewer.get(space.deleting("a")).status()).isEqualTo(403);
        assertThat(viewer.get(space.trash()).status()).isEqualTo(403);
        writer.submit(space.deleting("a"), "delete", Map.of());
        Answer gone = viewer.get(space.href("a"));
        assertThat(gone.status()).isEqualTo(404);
        assertThat(gone.page().text()).contains("This page doesn’t exist").doesNotContain("deleted");
    }

    @Test
    void aTextSurvivesTheDeletionOfItsPage() {
        Space space = withPages("written");
        var opened = writer.get(space.editing("b")).form("edit");
        Visitor other = Visitor.administrator();
        String undo = other.get(
                        other.submit(space.deleting("b"), "delete", Map.of()).location())
                .page()
                .select(".notice a")
                .attr("href");

        Answer refused = writer.send(opened, space.editing("b"), Map.of("markdown", "Mine"));
        assertThat(refused.page().text()).contains("this page was deleted while you were writing");
        assertThat(refused.page().select("#markdown").text()).isEqualTo("Mine");

        other.submit(undo, "restore", Map.of("name", "b again"));
        Answer saved = writer.send(refused.form("edit"), space.editing("b"), Map.of());
        assertThat(saved.location()).isEqualTo(space.href("b-again"));
        assertThat(writer.get(saved.location()).prose()).isEqualTo("Mine");
    }

    @Test
    void theTrashListsDeletionsAndCanBeEmptied() {
        Space space = withPages("listed");
        assertThat(writer.get(space.trash()).page().text()).contains("The trash is empty");
        writer.submit(space.deleting("a"), "delete", Map.of());

        var line = writer.get(space.trash()).page().select("tbody tr");
        assertThat(line.text()).contains("a", space.href("a"), "2");

        writer.submit(line.select("a[href*=destroy]").attr("href"), "destroy", Map.of());
        assertThat(writer.get(space.trash()).page().text())
                .contains("Deleted permanently")
                .contains("The trash is empty");
        assertThat(writer.get(space.href("a")).page().text()).contains("This page doesn’t exist");
    }

    @Test
    void anImportCreatesANewPageInPlaceOfADeletedOne() {
        Space space = Space.named("again");
        byte[] archive = Zip.aZip()
                .with("index.md", "# Front")
                .with("a/page.md", "# Page\n\nImported")
                .bytes();
        Import.start(space, archive).end();
        writer.submit(space.deleting("a"), "delete", Map.of());

        Import.start(space, archive).end();

        assertThat(writer.get(space.href("a/page")).prose()).isEqualTo("Imported");
        String restoring =
                writer.get(space.trash()).page().select("a[href*=restore]").attr("href");
        Answer refused = writer.submit(restoring, "restore", Map.of());
        assertThat(refused.page().select("#name-error").text()).contains("There is already a page at a");
        assertThat(writer.submit(restoring, "restore", Map.of("name", "older")).location())
                .isEqualTo(space.href("older"));
    }

    /** A space with the pages {@code a}, {@code a/below} and {@code b}. */
    private Space withPages(String purpose) {
        Space space = Space.make(writer, purpose);
        space.create(writer, "a", "Text of a");
        writer.submit(
                "/new?space=" + space.slug() + "&page=a", "create", Map.of("title", "below", "markdown", "Below a"));
        space.create(writer, "b", "Text of b");
        return space;
    }
}
