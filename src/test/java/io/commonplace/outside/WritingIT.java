package io.commonplace.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class WritingIT {
    private final Visitor writer = Visitor.administrator();

    @Test
    void aChangeIsVisibleAtOnceOnBothClones() {
        Space space = Space.make(writer, "write");
        space.create(writer, "page", "Text 0");
        Visitor one = Visitor.administrator();
        Visitor two = Visitor.administrator();
        one.prefer("clone-1");
        two.prefer("clone-2");

        for (int i = 1; i <= 15; i++) {
            Visitor saving = i % 2 == 0 ? one : two;
            Visitor other = i % 2 == 0 ? two : one;
            assertThat(space.save(saving, "page", "Text " + i).status()).isEqualTo(302);
            assertThat(saving.get(space.href("page")).prose()).isEqualTo("Text " + i);
            assertThat(other.get(space.href("page")).prose()).isEqualTo("Text " + i);
        }
        assertThat(one.servedBy()).isEqualTo("clone-1");
        assertThat(two.servedBy()).isEqualTo("clone-2");
    }

    /** Percent-encoding takes three bytes for each byte of a text without ASCII letters. */
    @Test
    void aLargePageInAnyScriptIsSaved() {
        Space space = Space.make(writer, "large");
        space.create(writer, "page", "Short");
        String text = "\u0442\u0435\u043a\u0441\u0442 ".repeat(80).strip() + "\n\n";
        String large = text.repeat(931_022 / text.getBytes(StandardCharsets.UTF_8).length);

        Answer saved = space.save(writer, "page", large);

        assertThat(saved.status()).isEqualTo(302);
        assertThat(writer.get(space.href("page")).prose()).hasSizeGreaterThan(500_000);
    }

    @Test
    void aTooLargeFormIsRefusedWithAMessage() {
        Space space = Space.make(writer, "larger");
        space.create(writer, "page", "Short");

        Answer refused = space.save(writer, "page", "x".repeat(7 << 20));

        assertThat(refused.status()).isEqualTo(413);
        assertThat(refused.page().text()).contains("split it into several pages");
        assertThat(writer.get(space.href("page")).prose()).isEqualTo("Short");
    }

    @Test
    void olderRevisionsAreListedAndShown() {
        Space space = Space.make(writer, "history");
        space.create(writer, "page", "The first");
        space.save(writer, "page", "The second");

        var older = writer.get("/history?space=" + space.slug() + "&page=page")
                .page()
                .select("a[href*=number=1]");

        assertThat(writer.get(older.attr("href")).page().text()).contains("The first");
    }

    @Test
    void nonCanonicalAndOldAddressesRedirectToThePage() {
        Space space = Space.named("former");
        Import.start(
                        space,
                        Zip.aZip()
                                .with("index.md", "# Front")
                                .with("a/new.md", "---\nredirect_from:\n  - /old/place\n---\n# New\n\nHere.")
                                .bytes())
                .end();

        for (String former : new String[] {"old/place", "a/new.md", "A/New", "a/new/"}) {
            Answer answer = writer.get(space.href(former));
            assertThat(answer.status()).as(former).isEqualTo(301);
            assertThat(answer.location()).isEqualTo(space.href("a/new"));
        }
    }

    @Test
    void aMissingPageOffersAWayOn() {
        Answer answer = writer.get("/s/handbook/no-such-page");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.page().text()).contains("This page doesn’t exist");
        assertThat(answer.page().select("a[href=/]")).isNotEmpty();
    }
}
