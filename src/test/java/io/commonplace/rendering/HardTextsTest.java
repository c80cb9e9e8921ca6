package io.commonplace.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Mebibytes of text that makes parsers slow, by construct. The budget is checked only where the library calls our code;
 * these texts find steps of the library that take too long between two checks.
 */
@Tag("thorough")
class HardTextsTest {
    private static final int MIB = 1024 * 1024;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final Renderer HASTY =
            new Renderer(new Limits(MIB, 100, 10_000, 100_000, 8 * MIB, Duration.ofMillis(200)));

    @ParameterizedTest
    @MethodSource({
        "references",
        "footnotes",
        "tables",
        "emphasis",
        "brackets",
        "blocks",
        "autolinks",
        "entities",
        "headings",
        "html",
        "sanitised",
        "destinations"
    })
    void endsInTime(Text text) {
        long start = THREADS.getCurrentThreadCpuTime();
        try {
            HASTY.render(text.markdown(), parsed -> Rendered.EVERYTHING_EXISTS);
        } catch (RenderingRefused e) {
            assertThat(e.key()).startsWith("rendering.");
        }
        assertThat(Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - start)).isLessThan(Duration.ofSeconds(4));
    }

    static Stream<Text> references() {
        return Stream.concat(
                Stream.of(
                        after("[a]: " + "x".repeat(1000) + "\n\n", "[a] "),
                        numbered("[p%d]: u\n"),
                        after("[a]: u\n\n", "[" + "a".repeat(990) + "] "),
                        after("[a]: u\n'", "x\n")),
                filled("[a]: u\n", "[a]: b\n'x\n", "[a]: <b\n", "[a\n", "[a][", "[a]: \\"));
    }

    static Stream<Text> footnotes() {
        return Stream.concat(
                Stream.of(
                        text("one footnote", filling("[^a]", MIB - 20) + "\n\n[^a]: x\n"),
                        numbered("[^p%d]: u\n\n"),
                        numbered("[^p%d]: [^p%d]\n\n"),
                        numbered("[^p%d]")),
                filled("[^a]: y\n", "[^a]: [^a]\n\n", "^[a] ", "[^", "- [^a]: x\n"));
    }

    static Stream<Text> tables() {
        return Stream.concat(
                Stream.of(
                        text("as many delimiters", filling("|a", MIB / 2) + "\n" + filling("|-", MIB / 2 - 1)),
                        after("|a|\n|-|\n|", "\\|"),
                        text("wide", "|a".repeat(40_000) + "\n" + "|-".repeat(40_000) + "\n")),
                filled("|a|b|\n|-|-|\n|x|y|\n\n", "|", "a|b\n", "-|-\n", "|\\", "a|b\n-|-\n"));
    }

    static Stream<Text> emphasis() {
        return Stream.concat(
                Stream.of(
                        text("*a*", filling("*", MIB / 2 - 1) + "a" + filling("*", MIB / 2)),
                        half("*".repeat(900) + "a ", " a" + "*".repeat(900)),
                        half("a**b", "c* "),
                        half("a***b", "a**b"),
                        half("*a_ ", "a*"),
                        half("~~a ", "b~ "),
                        half("**x* ", "a**** "),
                        half("_", "a")),
                filled("*a **a ", "*a_ ", "a**b", "~~a ", "***a** ", "*a**a***a****a", "~~a~b ", "a***b**c*", "*"));
    }

    static Stream<Text> brackets() {
        return Stream.concat(
                Stream.of(half("[", "]"), half("[[", "]]"), half("[a ", "](b) "), half("![a ", "](b) "), ticks()),
                filled("[", "![", "[a", "[a](", "[a](b 'c", "[a](b (", "[a](<b", "[](\\", "[[a", "[[a]|", "`a ", "]"));
    }

    static Stream<Text> blocks() {
        return Stream.concat(
                Stream.of(
                        after("- a\n", "\n"),
                        after("    a\n", "\n"),
                        half("* ", "a"),
                        text("quotes", ("> ".repeat(90) + "a\n\n").repeat(MIB / 190)),
                        after("> [!NOTE]\n", "> x\n")),
                filled(
                        "- a\n",
                        "- a\n - b\n",
                        "-\n",
                        "1. a\n2) b\n",
                        "- [ ] a\n",
                        "* * *\n",
                        "~\n",
                        "```\n",
                        "\t",
                        ">\t",
                        "-\t",
                        "\n",
                        "\r",
                        "\0",
                        "\u00a0",
                        "\u0301",
                        "> [!NOTE]\n> x\n\n",
                        "> > [!TIP]\n> x\n"));
    }

    static Stream<Text> autolinks() {
        return Stream.concat(
                Stream.of(
                        after("http://a", ")"),
                        after("http://" + "(".repeat(1000), ")"),
                        text("name", "a".repeat(MIB - 2) + "@")),
                filled(
                        "a@",
                        "a@b.c ",
                        "www.",
                        "http://",
                        "http://a)",
                        ":",
                        "a://",
                        "a-@-",
                        "a.b@c-",
                        "<a@",
                        "<http://"));
    }

    static Stream<Text> entities() {
        return Stream.concat(
                Stream.of(after("<div title='", "&am"), after("<div>\n", "&ampx"), after("[a](", "&amp;")),
                filled("&", "&amp;", "&#x", "&#1234567", "&a", "&CounterClockwiseContourIntegral;"));
    }

    static Stream<Text> headings() {
        return Stream.concat(
                Stream.of(
                        numbered("# a\n# a-%d\n"),
                        text(
                                "taken ids",
                                numbered("<p id=\"a-%d\">\n\n").markdown().substring(0, MIB / 2) + "\n\n"
                                        + "# a\n".repeat(MIB / 10)),
                        after("# ", "a"),
                        after("# a", " # ")),
                filled("# a\n", "# \n", "a\n===\n", "a\n---\n", "<h1>x\n\n", "# " + "a".repeat(1000) + "\n"));
    }

    static Stream<Text> html() {
        return Stream.concat(
                Stream.of(after("<a ", "b=c "), after("a <a", " "), after("<!-- ", "-")),
                filled(
                        "<",
                        "<a href=\"x",
                        "a <?",
                        "a <![CDATA[",
                        "a <!-- ",
                        "a <!A ",
                        "<a b=c",
                        "<!-- ",
                        "a <a b='",
                        "<div>\n\n",
                        "<a href=p>x",
                        "<img src=p>\n"));
    }

    static Stream<Text> sanitised() {
        return filled(
                        "<a>",
                        "<b><i><u>",
                        "<table><tr><td>",
                        "<p><b><i>",
                        "<b></p><p>",
                        "<ul><li>",
                        "</b>",
                        "<title>",
                        "<xmp>",
                        "<script>",
                        "</script",
                        "<style>",
                        "<textarea>",
                        "<select><option>",
                        "<!--<script",
                        "<a/",
                        "<a b=",
                        "<a 'b",
                        "<%",
                        "<a-b>",
                        "<b></i>",
                        "<li>",
                        "<td width=",
                        "<a href='javascript:")
                .map(text -> new Text(text.name(), "<div>\n" + text.markdown().substring(10)));
    }

    static Stream<Text> destinations() {
        return Stream.concat(
                Stream.of("../", "a/", "%41", "%", ".", "ж", ".md", "&#1078;")
                        .map(part -> text("long " + part, "[a](" + part.repeat((MIB - 20) / 2 / part.length()) + ")")),
                Stream.of(
                        text("encoded", "[a](" + "ж/".repeat(MIB / 4) + ")"),
                        text("attribute", "<div>\n<a href=\"" + " a".repeat(MIB / 3) + "\">"),
                        text("title", "---\ntitle: \"" + "\\u12".repeat(MIB / 5) + "\"\n---\n")));
    }

    private static Stream<Text> filled(String... parts) {
        return Stream.of(parts).map(part -> text(part, filling(part, MIB)));
    }

    private static int bytes(String part) {
        return part.codePointAt(0) < 0x80 ? 1 : 2;
    }

    /** A mebibyte whose first half repeats one part, and whose second half the other. */
    private static Text half(String first, String second) {
        return text(first + " " + second, filling(first, MIB / 2) + filling(second, MIB / 2));
    }

    /** One part, and a mebibyte of the other. */
    private static Text after(String first, String second) {
        return text(first + " " + second, first + filling(second, MIB - first.length()));
    }

    private static String filling(String part, int size) {
        return part.repeat(size / part.length() / bytes(part));
    }

    private static Text numbered(String part) {
        StringBuilder text = new StringBuilder();
        IntStream.iterate(0, n -> text.length() < MIB - 100, n -> n + 1)
                .forEach(n -> text.append(part.replace("%d", Integer.toString(n))));
        return text(part, text.toString());
    }

    private static Text ticks() {
        StringBuilder text = new StringBuilder();
        IntStream.iterate(1, n -> text.length() < MIB - 5000, n -> n + 1)
                .forEach(n -> text.append("`".repeat(n % 1400)).append('a'));
        return text("runs of ticks", text.toString());
    }

    private static Text text(String name, String markdown) {
        return new Text(name, markdown);
    }

    record Text(String name, String markdown) {
        @Override
        public String toString() {
            String readable = name.replaceAll("\\s", "·").replaceAll("\\p{Cntrl}", "?");
            return readable.substring(0, Math.min(30, readable.length()));
        }
    }
}
