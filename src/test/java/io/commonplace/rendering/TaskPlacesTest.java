package io.commonplace.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TaskPlacesTest {
    private final Renderer renderer = new Renderer();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "- [ ] a",
                "* [x] a\n* [X] b",
                "1. [ ] a\n2. [x] b",
                "Text\n\n- [ ] a\n  - [x] b\n    1) [ ] c\n- [x] d",
                "---\ntitle: Page\n---\n\n- [ ] a",
                "> - [ ] a\n> - [x] b",
                "> [!NOTE]\n> - [x] a",
                "- - [ ] a",
                "-\t[ ] a",
                "1. Text\n   - [ ] a\n\n     more\n   - [x] b",
            })
    void eachTaskIsFoundBetweenItsBrackets(String source) {
        List<WrittenTask> tasks = renderer.tasks(source);

        assertThat(tasks).isNotEmpty().allSatisfy(task -> {
            assertThat(source.substring(task.place() - 1, task.place() + 2))
                    .isEqualToIgnoringCase(task.done() ? "[x]" : "[ ]");
            assertThat(source.substring(task.place() + 2)).startsWith(" " + task.text());
        });
    }

    @Test
    void theyHaveTheNumbersOfTheHtml() {
        String source = "Note[^n]\n\n[^n]: - [ ] first\n\n- [ ] second\n\n> - [x] third";
        List<WrittenTask> tasks = renderer.tasks(source);
        String html = Rendered.html(source);

        assertThat(tasks).extracting(WrittenTask::text).containsExactly("first", "second", "third");
        IntStream.range(0, tasks.size())
                .forEach(number -> assertThat(html)
                        .contains("data-task=\"" + number + "\" aria-label=\""
                                + tasks.get(number).text() + "\""));
    }

    @Test
    void whatIsNoTaskIsNotFound() {
        assertThat(renderer.tasks("- a [ ] b\n\n`- [ ] c`\n\n    - [ ] d\n\n```\n- [ ] e\n```"))
                .isEmpty();
    }
}
