package io.commonplace.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the response for a missing page offers instead. */
class SimilarPagesIT {
    private final Visitor administrator = Visitor.administrator();

    private final String word =
            UUID.randomUUID().toString().replaceAll("[^a-f]", "").repeat(3).concat("zzz");

    @Test
    void aMissingPageOffersThoseThatHaveItsWords() {
        Space space = Space.make(administrator, "similar");
        space.create(administrator, "Restore " + word, "How to restore.");

        for (String missing : List.of("restoring-" + word, "old/" + word + ".html", word + "/x" + word)) {
            Answer answer = await("pages like " + missing)
                    .until(
                            () -> administrator.get(space.href(missing)),
                            found -> !links(found).isEmpty());

            assertThat(answer.status()).as(missing).isEqualTo(404);
            assertThat(links(answer)).as(missing).contains("Restore " + word).hasSizeLessThanOrEqualTo(5);
        }
    }

    @Test
    void aPageThatOneMayNotViewIsLikeAMissingOne() {
        Space space = Space.make(administrator, "unlike");
        space.create(administrator, "Secret " + word, word);
        Person person = Person.make(administrator);
        person.may(administrator, space, "NONE");
        Visitor other = person.signedIn();
        administrator.json("/api/search?q=" + word);

        Answer hidden = other.get(space.href("secret-" + word));
        Answer missing = other.get(Space.named("unlike").href("secret-" + word));

        assertThat(administrator.get(space.href("secret-" + word)).status()).isEqualTo(200);
        assertThat(hidden.status()).isEqualTo(404);
        assertThat(hidden.page().select("#similar").outerHtml())
                .doesNotContain(word)
                .isEqualTo(missing.page().select("#similar").outerHtml());
    }

    @Test
    void whatIsNoPageAndWhoIsNotSignedInAreOfferedNothing() {
        for (String address : List.of("/handbook/backups", "/files/1/backups", "/assets/backups", "/api/backups")) {
            Answer answer = administrator.get(address);

            assertThat(answer.status()).as(address).isEqualTo(404);
            assertThat(answer.page().select("#similar")).as(address).isEmpty();
        }
        assertThat(new Visitor().get("/s/handbook/backup").location()).startsWith("/login");
    }

    private static List<String> links(Answer answer) {
        return answer.page().select("#similar a").eachText();
    }
}
