package io.commonplace.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A browser that has a page asks whether it is still the same. */
class ReloadIT {
    private final Visitor administrator = Visitor.administrator();
    private final Space space = Space.make(administrator, "reload");
    private final String page = space.href("guide");

    ReloadIT() {
        space.create(administrator, "guide", "One.");
        // Shows the message that it was created.
        administrator.get(page);
    }

    @Test
    void anUnchangedPageIsNotSentAgain() {
        Answer first = administrator.get(page);

        Answer again = again(administrator, first);

        assertThat(again.status()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(again.header("Cache-Control")).isEqualTo("private, no-cache");
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
    }

    @Test
    void bothClonesAgreeThatAPageIsUnchanged() {
        administrator.prefer("clone-1");
        Answer first = administrator.get(page);
        administrator.prefer("clone-2");

        assertThat(again(administrator, first).status()).isEqualTo(304);
        assertThat(administrator.servedBy()).isEqualTo("clone-2");
    }

    @Test
    void aChangeOfTextTreeSpaceOrFilesIsSent() {
        Answer first = administrator.get(page);
        space.save(administrator, "guide", "Two.");
        administrator.get(page);
        Answer second = changed(first);
        assertThat(second.prose()).isEqualTo("Two.");

        space.create(administrator, "neighbour", "Three.");
        administrator.get(page);
        Answer third = changed(second);
        assertThat(third.page().select(".tree").text()).contains("neighbour");

        administrator.submit("/admin/space?space=" + space.slug(), "describe", Map.of("name", "Renamed"));
        administrator.get(page);
        assertThat(changed(third).page().select(".breadcrumbs").text()).contains("Renamed");
    }

    @Test
    void theMessageAfterAFormIsSentAndNotKept() {
        Answer first = administrator.get(page);
        Answer saved = space.save(administrator, "guide", "One.");
        assertThat(saved.status()).isEqualTo(302);

        Answer shown = again(administrator, first);

        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.page().select(".notice")).isNotEmpty();
        assertThat(shown.header("ETag")).isEmpty();
    }

    @Test
    void aRightThatWasTakenAwayIsMissingAtTheNextRequest() {
        Person person = Person.make(administrator);
        person.may(administrator, space, "EDIT");
        Visitor reader = person.signedIn();
        Answer asEditor = reader.get(page);

        person.may(administrator, space, "VIEW");
        Answer asViewer = again(reader, asEditor);
        assertThat(asViewer.status()).isEqualTo(200);
        assertThat(asViewer.page().select("a[href^=/edit]")).isEmpty();

        person.may(administrator, space, "NONE");
        assertThat(again(reader, asViewer).status()).isEqualTo(404);
    }

    @Test
    void theCopyOfAnotherSessionIsNotTaken() {
        Answer own = administrator.get(page);

        assertThat(again(Visitor.administrator(), own).status()).isEqualTo(200);
    }

    private Answer changed(Answer before) {
        Answer after = again(administrator, before);
        assertThat(after.status()).isEqualTo(200);
        assertThat(again(administrator, after).status()).isEqualTo(304);
        return after;
    }

    private Answer again(Visitor visitor, Answer before) {
        return visitor.send(Http.request(URI.create(Cluster.url() + page))
                .header("Sec-Fetch-Mode", "navigate")
                .header("If-None-Match", before.header("ETag")));
    }
}
