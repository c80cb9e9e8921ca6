package io.commonplace.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WikiPlacesTest {
    private final Renderer renderer = new Renderer();

    @Test
    void everyTargetIsFoundWhereItIsWritten() {
        String source = "---\ntitle: T\n---\n\n[[One]] and ![[two.png|20]], *[[ Three | words ]]*\n\n"
                + "- > [[Four#Part]]\n\n| a |\n|---|\n| [[Five]] |\n\n`[[Not]]` \\[[Not]] [[text](not.md)]\n";

        assertThat(renderer.wikiTargets(source))
                .extracting(WrittenDestination::destination)
                .containsExactly("One", "two.png", "Three", "Four#Part", "Five");
        assertThat(renderer.wikiTargets(source))
                .allSatisfy(place ->
                        assertThat(source.substring(place.start(), place.end())).isEqualTo(place.destination()));
    }

    @Test
    void severalOnOneLineAreEachFoundAtTheirOwnPlace() {
        String source = "[[A]] [[A]] x[[A|A]]";

        assertThat(renderer.wikiTargets(source))
                .extracting(WrittenDestination::start)
                .containsExactly(2, 8, 15);
    }
}
