package io.commonplace.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormulasTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Let $x_1 * y_2 * z$ be; $x_1 * y_2 * z$",
                "($a<b$), then; $a<b$",
                "so $$\\sum_i x_i$$ is; $$\\sum_i x_i$$",
                "$5\\$ + x$; $5\\$ + x$",
                "**bold $x$**; $x$",
                "| $x$ |\\n|---|; $x$",
            })
    void aFormulaStaysAsItWasWritten(String source, String formula) {
        assertThat(Jsoup.parse(Rendered.html(source.replace("\\n", "\n")))
                        .select("span.math")
                        .text())
                .isEqualTo(formula);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "It costs $5 and $10.",
                "$HOME/$PATH",
                "US$5/US$6",
                "$5–$10",
                "only $x",
                "`$x$`",
                "\\$x$",
                "$x `y$` z",
                "$ x $",
                "$$$x$$$",
            })
    void pricesAndVariablesAreText(String source) {
        assertThat(Rendered.html(source)).doesNotContain("class=\"math\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$$\na\n- b\n= c\n\n# d\n$$",
                "Text\n$$\na\n- b\n= c\n\n# d\n$$\nText",
                "```math\na\n- b\n= c\n\n# d\n```",
                "> $$\n> a\n> - b\n> = c\n>\n> # d\n> $$",
            })
    void aBlockHasNoOtherMarkup(String source) {
        assertThat(Jsoup.parse(Rendered.html(source)).select("div.math").get(0).wholeText())
                .isEqualTo("$$\na\n- b\n= c\n\n# d\n$$");
    }

    @Test
    void aBlockMayBeOneLine() {
        assertThat(Rendered.html("$$x^2$$\n\nText")).isEqualTo("<div class=\"math\">$$\nx^2\n$$</div>\n<p>Text</p>");
    }

    @Test
    void aTitleKeepsIt() {
        assertThat(Rendered.page("# Why $x$ is").title()).isEqualTo("Why $x$ is");
    }

    @Test
    void nothingInItIsMarkup() {
        assertThat(Rendered.html("$x<img src=x onerror=alert(1)>$\n\n$$\n</div><script>alert(1)</script>\n$$"))
                .doesNotContain("<img", "<script");
    }

    @Test
    void manyDollarSignsTakeLinearTime() {
        String signs = "$".repeat(200_000) + " " + "$a \\$ ".repeat(100_000);

        Assertions.assertTimeout(Duration.ofSeconds(20), () -> Rendered.html(signs));
    }
}
