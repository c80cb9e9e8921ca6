package io.commonplace.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.commonplace.pages.TextComparison.Kind;
import io.commonplace.pages.TextComparison.Line;
import io.commonplace.pages.TextComparison.Part;
import io.commonplace.pages.TextComparison.Row;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TextComparisonTest {
    @Test
    void aChangedWordIsMarkedInItsLine() {
        List<Row> rows = TextComparison.of("Call the old number.\n", "Call the new number.\n");

        assertThat(rows)
                .containsExactly(new Row(
                        Kind.CHANGED,
                        new Line(
                                1,
                                List.of(
                                        new Part("Call the ", false),
                                        new Part("old", true),
                                        new Part(" number.", false))),
                        new Line(
                                1,
                                List.of(
                                        new Part("Call the ", false),
                                        new Part("new", true),
                                        new Part(" number.", false))),
                        0));
    }

    @Test
    void addedAndRemovedLinesHaveNoCounterpart() {
        List<Row> rows = TextComparison.of("0\n1\n2\na\nb\nc", "0\n1\n2\na\nc\nd");

        assertThat(rows)
                .extracting(Row::kind)
                .containsExactly(Kind.OMITTED, Kind.SAME, Kind.SAME, Kind.SAME, Kind.CHANGED, Kind.SAME, Kind.CHANGED);
        assertThat(rows.get(4).before()).isEqualTo(new Line(5, List.of(new Part("b", true))));
        assertThat(rows.get(4).after()).isNull();
        assertThat(rows.get(6).after()).isEqualTo(new Line(6, List.of(new Part("d", true))));
    }

    @Test
    void equalLinesFarFromADifferenceAreCountedAndNotShown() {
        String lines = IntStream.range(0, 50).mapToObj(i -> "line " + i).collect(Collectors.joining("\n"));

        List<Row> rows = TextComparison.of(lines, lines.replace("line 20", "line twenty"));

        assertThat(rows).hasSize(1 + 3 + 1 + 3 + 1);
        assertThat(rows.get(0)).isEqualTo(new Row(Kind.OMITTED, null, null, 17));
        assertThat(rows.get(4).before()).extracting(Line::number).isEqualTo(21);
        assertThat(rows.get(8)).isEqualTo(new Row(Kind.OMITTED, null, null, 26));
    }

    @Test
    void equalTextsHaveNoDifference() {
        assertThat(TextComparison.of("a\nb", "a\nb")).extracting(Row::kind).containsExactly(Kind.OMITTED);
        assertThat(TextComparison.of("", "")).isEmpty();
    }

    /** One megabyte of lines that have nothing in common takes hours if all pairs are compared. */
    @Test
    void longTextsThatHaveNothingInCommonAreCutOff() {
        String before = "a\n".repeat(500_000);
        String after = "b\n".repeat(500_000);

        List<Row> rows = TextComparison.of(before, after);

        assertThat(rows.size()).isEqualTo(TextComparison.MAX_ROWS + 1);
        assertThat(rows.get(TextComparison.MAX_ROWS).kind()).isEqualTo(Kind.REST);
        assertThat(TextComparison.of("a ".repeat(200_000), "b ".repeat(200_000)).size())
                .isEqualTo(1);
    }

    @Test
    void afterManyLongLinesTheWordsAreNotCompared() {
        String before = ("a ".repeat(200) + "end\n").repeat(100);
        List<Row> rows = TextComparison.of(before, before.replace('a', 'b'));

        assertThat(parts(rows.get(0))).hasSizeGreaterThan(200);
        assertThat(parts(rows.get(99))).hasSize(2);
    }

    @Test
    void theWordsOfAVeryLongLineAreNotCompared() {
        String line = "a ".repeat(15_000);
        Row row = TextComparison.of(line + "b", line + "c").get(0);

        assertThat(Objects.requireNonNull(row.after()).parts()).containsExactly(new Part(line + "c", true));
    }

    private static List<Part> parts(Row row) {
        return Objects.requireNonNull(row.after()).parts();
    }

    @Test
    void theTextsCanBeReadFromTheRows() {
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            String before = text(random);
            String after = text(random);
            List<Row> rows = TextComparison.of(before, after);

            assertThat(shown(rows, Row::before)).isSubsetOf(before.lines().toList());
            assertThat(count(rows, Row::before)).isEqualTo(before.lines().count());
            assertThat(shown(rows, Row::after)).isSubsetOf(after.lines().toList());
            assertThat(count(rows, Row::after)).isEqualTo(after.lines().count());
        }
    }

    private static String text(Random random) {
        return random.ints(random.nextInt(30), 0, 5)
                .mapToObj(i -> List.of("one two", "two one", "", "three, four", "one three")
                        .get(i))
                .collect(Collectors.joining("\n"));
    }

    private static List<String> shown(List<Row> rows, java.util.function.Function<Row, Line> side) {
        return rows.stream()
                .map(side)
                .filter(Objects::nonNull)
                .map(line -> line.parts().stream().map(Part::text).collect(Collectors.joining()))
                .toList();
    }

    private static long count(List<Row> rows, java.util.function.Function<Row, Line> side) {
        return shown(rows, side).size()
                + rows.stream()
                        .filter(row -> row.kind() == Kind.OMITTED)
                        .mapToLong(Row::lines)
                        .sum();
    }
}
