package io.commonplace.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChangedKeysTest {
    private static final CacheKey PAGE = CacheKey.of(CacheRegion.PAGES, "1/how to");
    private static final CacheKey LISTS = CacheKey.all(CacheRegion.LISTS);

    /** A clone of another version reads these very characters. */
    @Test
    void theFormOnTheGridStays() {
        ChangedKeys changed = new ChangedKeys("42", List.of(PAGE, LISTS));
        assertThat(changed).hasToString("42\nPAGES 1/how to\nLISTS *");
        assertThat(new SettledChange("0-1-7", changed)).hasToString("0-1-7\n42\nPAGES 1/how to\nLISTS *");
        assertThat(new SettledChange(SettledChange.NO_POSITION, changed)).hasToString("\n42\nPAGES 1/how to\nLISTS *");
    }

    @Test
    void whatWasWrittenIsRead() {
        SettledChange settled = new SettledChange("0-1-7", new ChangedKeys("42", List.of(PAGE, LISTS)));
        assertThat(SettledChange.parse(settled.toString())).isEqualTo(settled);
        assertThat(SettledChange.parse(settled.toString()).hasPosition()).isTrue();
        SettledChange undone = new SettledChange(SettledChange.NO_POSITION, settled.changed());
        assertThat(SettledChange.parse(undone.toString())).isEqualTo(undone);
        assertThat(SettledChange.parse(undone.toString()).hasPosition()).isFalse();
    }

    @Test
    void aRegionOfAnotherVersionIsRead() {
        assertThat(ChangedKeys.parse("42\nTO_COME 1 2").keys()).containsExactly(new CacheKey("TO_COME", "1 2"));
    }

    @Test
    void manyKeysAreToldAsTheirRegions() {
        List<CacheKey> keys = new ArrayList<>(List.of(LISTS));
        for (int i = 1; i < ChangedKeys.MAX_KEYS; i++) {
            keys.add(CacheKey.of(CacheRegion.PAGES, i));
        }
        assertThat(ChangedKeys.of("42", keys).keys()).isEqualTo(keys);
        keys.add(PAGE);
        assertThat(ChangedKeys.of("42", keys).keys()).containsExactly(LISTS, CacheKey.all(CacheRegion.PAGES));
        assertThat(LISTS.isWholeRegion()).isTrue();
        assertThat(PAGE.isWholeRegion()).isFalse();
    }
}
