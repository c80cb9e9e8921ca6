package io.commonplace.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.commonplace.platform.Refusal;
import io.commonplace.rendering.Renderer;
import io.commonplace.rendering.WrittenTask;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TaskTicksTest {
    private static final String SHOWN = "- [ ] milk\n- [x] bread\n- [ ] milk\n";

    private final Renderer renderer = new Renderer();

    @Test
    void aTaskIsTickedAndUnticked() {
        assertThat(ticked(SHOWN, Map.of(0, true, 1, false))).isEqualTo("- [x] milk\n- [ ] bread\n- [ ] milk\n");
    }

    @Test
    void itIsFoundInANewerTextByItsWords() {
        assertThat(ticked(
                        "Intro\n\n1. [ ] eggs\n2. [x] *bread*\n3. [ ] milk\n4. [ ] milk\n", Map.of(1, false, 2, true)))
                .isEqualTo("Intro\n\n1. [ ] eggs\n2. [ ] *bread*\n3. [ ] milk\n4. [x] milk\n");
    }

    @Test
    void whatSomebodyElseHasTickedStaysTicked() {
        assertThat(ticked("- [x] milk\n- [x] bread\n- [ ] milk\n", Map.of(2, true)))
                .isEqualTo("- [x] milk\n- [x] bread\n- [x] milk\n");
    }

    @Test
    void aWholePageChangesOnlyWhatDiffersFromIt() {
        String latest = "- [x] milk\n- [ ] bread\n- [ ] milk\n";

        assertThat(ticks(latest).in(latest, new TaskChoice(1, Map.of(0, false, 1, true, 2, true), true)))
                .isEqualTo("- [x] milk\n- [ ] bread\n- [x] milk\n");
    }

    @Test
    void aTaskThatWasChangedIsRefusedByName() {
        assertThatThrownBy(() -> ticked("- [ ] milk\n- [x] brown bread\n- [ ] milk", Map.of(1, false)))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.arguments()).containsExactly("bread"));
    }

    @Test
    void oneOfTwoWithTheSameWordsIsRefusedWhenOneIsGone() {
        assertThatThrownBy(() -> ticked("- [ ] milk\n- [x] bread\n", Map.of(2, true)))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void aNumberThatThePageDoesNotHaveIsRefused() {
        assertThatThrownBy(() -> ticked(SHOWN, Map.of(3, true))).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> ticked(SHOWN, Map.of(-1, true))).isInstanceOf(Refusal.class);
    }

    @Test
    void onlyWhatChangesIsNamed() {
        TaskTicks ticks = ticks(SHOWN);

        ticks.in(SHOWN, new TaskChoice(1, Map.of(0, true, 1, true), false));

        assertThat(ticks.changed()).extracting(WrittenTask::text).containsExactly("milk");
    }

    private String ticked(String latest, Map<Integer, Boolean> wanted) {
        return ticks(latest).in(latest, new TaskChoice(1, wanted, false));
    }

    private TaskTicks ticks(String latest) {
        return new TaskTicks(renderer.tasks(SHOWN), renderer.tasks(latest));
    }
}
