package io.commonplace.rendering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LimitsTest {
    private static final int MIB = 1024 * 1024;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of("rendering.tooLarge", "a".repeat(MIB + 1)),
                Arguments.of("rendering.tooLarge", "ä".repeat(MIB / 2 + 1)),
                Arguments.of("rendering.tooDeep", "> ".repeat(4000) + "x"),
                Arguments.of("rendering.tooDeep", "- ".repeat(4000) + "x"),
                Arguments.of("rendering.tooDeep", "*a ".repeat(4000) + "a*".repeat(4000)),
                Arguments.of("rendering.tooDeep", "![".repeat(3000) + "x" + "](y)".repeat(3000)),
                Arguments.of(
                        "rendering.tooManyCells", "|a".repeat(1000) + "\n" + "|-".repeat(1000) + "\n|".repeat(3000)),
                Arguments.of("rendering.tooManyCells", "> a|b\n> -|-\n".repeat(50_000)),
                Arguments.of("rendering.tooManyLinks", numbered("[a](p%d) ")),
                Arguments.of("rendering.tooManyLinks", numbered("[[p%d]] ")),
                Arguments.of("rendering.tooManyLinks", numbered("<img src=p%d>\n")),
                Arguments.of("rendering.tooManyLinks", numbered("[p%d]: u%d\n")),
                Arguments.of("rendering.referencesTooLarge", definition("") + "[a] ".repeat(2000)),
                Arguments.of("rendering.referencesTooLarge", definition("") + "[b][a] ".repeat(2000)),
                Arguments.of("rendering.referencesTooLarge", definition("") + "![a] ".repeat(2000)),
                Arguments.of("rendering.referencesTooLarge", definition("https:") + "[a][] ".repeat(2000)),
                Arguments.of(
                        "rendering.referencesTooLarge",
                        "[a]: b '" + "t".repeat(400_000) + "'\n\n" + "[a] ".repeat(2000)),
                Arguments.of("rendering.outputTooLarge", "# a\n".repeat(MIB / 4)));
    }

    private static String definition(String scheme) {
        return "[a]: " + scheme + "x".repeat(400_000) + "\n\n";
    }

    private static String numbered(String pattern) {
        return IntStream.range(0, 15_000)
                .mapToObj(number -> pattern.replace("%d", Integer.toString(number)))
                .collect(Collectors.joining());
    }

    @ParameterizedTest(name = "{0}, case {index}")
    @MethodSource("refused")
    void aTextAboveALimitIsRefusedByTheNameOfTheLimit(String key, String markdown) {
        assertThatExceptionOfType(RenderingRefused.class)
                .isThrownBy(() -> Rendered.page(markdown))
                .satisfies(refusal -> {
                    assertThat(refusal.key()).isEqualTo(key);
                    assertThat(refusal.arguments()).hasSize(1);
                });
    }

    static Stream<String> hard() {
        return Stream.concat(hardMarkdown(), hardHtml());
    }

    private static Stream<String> hardMarkdown() {
        return Stream.of(
                "[a](<b".repeat(8000),
                "[a](<b".repeat(170_000),
                "[".repeat(MIB),
                "![".repeat(MIB / 2),
                "[[a".repeat(MIB / 3),
                "*a **a ".repeat(MIB / 7),
                "*a_ ".repeat(MIB / 4),
                "a**b".repeat(MIB / 4),
                "~~a ".repeat(MIB / 4),
                "*".repeat(MIB / 2 - 1) + "a" + "*".repeat(MIB / 2 - 1),
                definition("") + "[b][a]\n".repeat(2000),
                "[a]: " + "ж".repeat(200_000) + "\n\n" + "![a]\n".repeat(2000),
                "<img src=p>\n".repeat(MIB / 12),
                "`a``b```c````d".repeat(MIB / 14),
                "a@".repeat(MIB / 2),
                "www.".repeat(MIB / 4),
                "http://".repeat(MIB / 7),
                "[a]: <b\n".repeat(MIB / 8),
                "[^a]".repeat(MIB / 5) + "\n\n[^a]: x",
                "~\n".repeat(MIB / 2),
                "# a\n".repeat(MIB / 4),
                "> [!NOTE]\n> x\n\n".repeat(MIB / 15),
                "- a\n - b\n".repeat(MIB / 9),
                "---\ntitle: " + " ".repeat(MIB - 20),
                "---\n" + "a: b\n".repeat(MIB / 6),
                " ".repeat(MIB - 1) + "x");
    }

    private static Stream<String> hardHtml() {
        return Stream.of(
                "<".repeat(MIB),
                "<a href=\"x".repeat(MIB / 10),
                "a <?".repeat(MIB / 4),
                "a <![CDATA[".repeat(MIB / 11),
                "<div>".repeat(MIB / 5),
                "<table><tr><td>".repeat(MIB / 15),
                "<a " + "b=c ".repeat(MIB / 5) + ">",
                "&".repeat(MIB));
    }

    /** Some steps of the library can't be interrupted. This measures how long they run after the deadline. */
    @ParameterizedTest(name = "case {index}")
    @MethodSource("hard")
    void hardTextsEndInTime(String markdown) {
        Renderer hasty = new Renderer(new Limits(MIB, 100, 10_000, 100_000, 8 * MIB, Duration.ofMillis(200)));
        long start = THREADS.getCurrentThreadCpuTime();
        try {
            hasty.render(hasty.parse(markdown), Rendered.EVERYTHING_EXISTS);
        } catch (RenderingRefused e) {
            assertThat(e.key()).startsWith("rendering.");
        }
        assertThat(Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - start)).isLessThan(Duration.ofSeconds(4));
    }

    @Test
    void workThatTakesTooLongIsStopped() {
        Renderer hasty = new Renderer(new Limits(MIB, 100, 10_000, 100_000, MIB, Duration.ofNanos(1)));
        assertThatExceptionOfType(RenderingRefused.class)
                .isThrownBy(() -> hasty.parse("# a"))
                .satisfies(refusal -> assertThat(refusal.key()).isEqualTo("rendering.tooSlow"));
    }

    @Test
    void theBudgetOfOnePageIsNotThatOfTheNext() {
        assertThatExceptionOfType(RenderingRefused.class).isThrownBy(() -> Rendered.page("> ".repeat(4000)));
        Budget.check();
        assertThat(Rendered.html("a")).isEqualTo("<p>a</p>");
    }

    @Test
    void aLineThatIsOneLongRunOfAsterisksStaysText() {
        assertThat(Rendered.html("a " + "*".repeat(2000) + " b")).isEqualTo("<p>a " + "*".repeat(2000) + " b</p>");
        assertThat(Rendered.html("*".repeat(2000))).isEqualTo("<hr />");
        assertThat(Rendered.html("_".repeat(1500) + "a" + "_".repeat(1500))).startsWith("<p>____");
    }

    @Test
    void largeButNormalPagesStayWithinTheLimits() {
        assertThat(Rendered.html("> ".repeat(90) + "x")).contains("<p>x</p>");
        assertThat(Rendered.html("|a|b|c\n|-|-|-\n" + "|x|y|z\n".repeat(20_000)))
                .contains("<td>z</td>");
        assertThat(Rendered.html("word ".repeat(200_000))).startsWith("<p>word");
        assertThat(Rendered.html("[a]: /" + "u".repeat(1000) + "\n\n" + "[a] ".repeat(900)))
                .contains("<a href=\"/uuu");
        assertThat(Rendered.html("[a](p) ".repeat(70_000))).startsWith("<p><a href=\"p\">a</a>");
        // A thousand small tables of text art, as in a code block.
        assertThat(Rendered.html("```\n" + "|--|--|\n|  |  |\n\n".repeat(1000) + "```"))
                .startsWith("<pre>");
    }
}
