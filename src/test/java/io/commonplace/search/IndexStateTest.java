package io.commonplace.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class IndexStateTest {
    private static final IndexState COMPLETE = new IndexState(40, true, 7, null);
    private static final IndexState BUILDING = IndexState.begin(40).with(new Rebuild(40, Rebuild.ALL_SPACES, 400, 12));

    @Test
    void itIsStoredAndReadAgain() {
        IndexState rebuilding = COMPLETE.with(new Rebuild(50, 3, 400, 12));
        assertThat(IndexState.of(rebuilding.data())).isEqualTo(rebuilding);
        assertThat(IndexState.of(COMPLETE.data())).isEqualTo(COMPLETE);
        assertThat(IndexState.of(IndexState.begin(9).data())).isEqualTo(IndexState.begin(9));
    }

    @Test
    void anIndexOfTheFirstVersionGoesOn() {
        Map<String, String> data = Map.of("version", "1", "sequence", "40", "built-to", "400", "complete", "false");
        assertThat(Objects.requireNonNull(IndexState.of(data).rebuild()).builtTo())
                .isEqualTo(400);
        assertThat(COMPLETE.data()).containsKey("built-to");
    }

    @Test
    void aRequestThatIsReadTwiceIsDoneOnce() {
        Rebuild asked = Rebuild.begin(50, Rebuild.ALL_SPACES);
        IndexState going = COMPLETE.requested(asked).with(asked.builtTo(400, 100));
        assertThat(going.requested(asked)).isEqualTo(going);
        IndexState done = going.rebuilt(asked);
        assertThat(done.requested(asked)).isEqualTo(done);
        assertThat(done.rebuilt()).isEqualTo(50);
    }

    @Test
    void aSecondRequestBeginsAgainWithWhatBothAskFor() {
        IndexState going = COMPLETE.with(new Rebuild(50, 3, 400, 12));
        assertThat(going.requested(Rebuild.begin(51, 3)).rebuild()).isEqualTo(Rebuild.begin(51, 3));
        assertThat(going.requested(Rebuild.begin(51, 4)).rebuild()).isEqualTo(Rebuild.begin(51, Rebuild.ALL_SPACES));
    }

    @Test
    void anIndexThatIsBuiltGetsAllPagesAnyway() {
        assertThat(BUILDING.requested(Rebuild.begin(51, Rebuild.ALL_SPACES)).rebuild())
                .isEqualTo(new Rebuild(51, Rebuild.ALL_SPACES, 400, 12));
    }

    @Test
    void anIndexThatIsBuiltBeginsAgainIfPagesThatItHasAreDifferent() {
        assertThat(BUILDING.requested(Rebuild.begin(51, 3)).rebuild()).isEqualTo(Rebuild.begin(51, Rebuild.ALL_SPACES));
    }
}
