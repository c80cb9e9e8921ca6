package io.commonplace.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.commonplace.rendering.Renderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplatesTest {
    private static final SpaceHead SPACE = new SpaceHead(1, "x", "X", "", 1);

    private final Templates templates = new Templates();

    @ParameterizedTest
    @ValueSource(strings = {"meeting", "decision", "runbook", "how-to"})
    void eachBuiltInOneHasSectionsAndKnownVariables(String name) {
        String text = templates.text(SPACE, name).orElseThrow();

        assertThat(new Renderer().parse(text).destinations()).isEmpty();
        assertThat(text).contains("\n## ");
        String filled = text;
        for (TemplateVariable variable : TemplateVariable.values()) {
            filled = variable.fill(filled, "value");
        }
        assertThat(filled).isNotEqualTo(text).doesNotContain("{{");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "other", "../messages", "page"})
    void nothingElseIsOne(String name) {
        assertThat(templates.text(SPACE, name)).isEmpty();
    }

    @Test
    void aValueIsPutInAsItIs() {
        assertThat(TemplateVariable.TITLE.fill("# {{title}}, {{ Title }} and {{date}}", "$1 \\ {{author}}"))
                .isEqualTo("# $1 \\ {{author}}, $1 \\ {{author}} and {{date}}");
    }
}
