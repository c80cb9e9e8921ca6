package io.commonplace.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListWindowTest {
    private static final String LIST = "/list?";

    @Test
    void theFirstPartHasTheNewestRows() {
        ListPart<Integer> part = part(ListWindow.newest());

        assertThat(part.rows()).containsExactly(10, 9, 8);
        assertThat(part.previousAddress(LIST, row -> row)).isEmpty();
        assertThat(part.nextAddress(LIST, row -> row)).isEqualTo("/list?before=8");
    }

    @Test
    void olderAndNewerPartsAreNeighbours() {
        ListPart<Integer> older = part(ListWindow.newestFirst(8, null));
        assertThat(older.rows()).containsExactly(7, 6, 5);
        assertThat(older.previousAddress(LIST, row -> row)).isEqualTo("/list?after=7");

        ListPart<Integer> newer = part(ListWindow.newestFirst(null, 7));
        assertThat(newer.rows()).containsExactly(10, 9, 8);
        assertThat(newer.previous()).isFalse();
        assertThat(newer.next()).isTrue();
    }

    @Test
    void theLastPartHasNoOlderRows() {
        ListPart<Integer> part = part(ListWindow.newestFirst(3, null));

        assertThat(part.rows()).containsExactly(2, 1);
        assertThat(part.nextAddress(LIST, row -> row)).isEmpty();
    }

    @Test
    void anEmptyPartLeadsBackToTheList() {
        ListPart<Integer> part = part(ListWindow.newestFirst(1, null));

        assertThat(part.rows()).isEmpty();
        assertThat(part.previousAddress(LIST, row -> row)).isEqualTo(LIST);
    }

    /** As a query does it, for the rows from 1 to 10. */
    private static ListPart<Integer> part(ListWindow<Integer> window) {
        Integer from = window.from();
        Comparator<Integer> order =
                window.order().equals("asc") ? Comparator.naturalOrder() : Comparator.reverseOrder();
        List<Integer> found = IntStream.rangeClosed(1, 10)
                .boxed()
                .filter(row -> from == null || (window.comparison().equals("<") ? row < from : row > from))
                .sorted(order)
                .limit(4)
                .toList();
        return window.part(found, 3);
    }

    @Test
    void anAlphabeticalListGoesOnAfterItsLastRow() {
        ListWindow<String> first = ListWindow.alphabetical(null, null);
        assertThat(first.order()).isEqualTo("asc");
        ListPart<String> part = first.part(List.of("Ada", "Bob & Co", "Cy"), 2);
        assertThat(part.nextAddress(LIST, row -> row)).isEqualTo("/list?after=Bob+%26+Co");

        ListWindow<String> back = ListWindow.alphabetical("Cy", null);
        assertThat(back.order() + back.condition("p.name")).isEqualTo("desc and p.name < :key");
        assertThat(back.part(List.of("Bob", "Ada"), 2).rows()).containsExactly("Ada", "Bob");
    }

    @Test
    void aListInMemoryIsShownInPartsAsWell() {
        List<String> list = List.of("a", "b", "c", "d", "e");

        assertThat(inMemory(list, null, null).rows()).containsExactly("a", "b");
        assertThat(inMemory(list, null, "b").rows()).containsExactly("c", "d");
        assertThat(inMemory(list, null, "d").next()).isFalse();
        assertThat(inMemory(list, "c", null).rows()).containsExactly("a", "b");
        assertThat(inMemory(list, "c", null).previous()).isFalse();
        assertThat(inMemory(list, null, "gone").rows()).containsExactly("a", "b");
    }

    private static ListPart<String> inMemory(List<String> list, @Nullable String before, @Nullable String after) {
        return ListWindow.alphabetical(before, after).in(list, row -> row, 2);
    }

    @Test
    void aKeyOfTimeIsReadAsItWasWritten() {
        TimeKey key = new TimeKey(Instant.parse("2026-11-30T13:44:59.123456Z"), 42);

        assertThat(TimeKey.parse(key.toString())).isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "2026-11-30T13:44:59Z",
                "2026-11-30T13:44:59Z_",
                "99T_1",
                "x_1",
                "2026-11-30T13:44:59Z_1'--"
            })
    void whatIsNoKeyIsNone(String text) {
        assertThat(TimeKey.parse(text)).isNull();
    }
}
