package io.commonplace.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples of the CommonMark 0.31.2 specification, once as parsed and once through the whole renderer. */
class CommonMarkTest {
    private static final Dialect PLAIN = new Dialect(List.of(new ParsingLimits(Limits.STANDARD.nesting())), false);
    private static final Map<Integer, String> DIFFERENCES = differences();

    static List<SpecExample> examples() {
        return SpecExample.all();
    }

    @Test
    void theSpecificationHas652Examples() {
        assertThat(examples()).hasSize(652);
    }

    @ParameterizedTest(name = "example {0}")
    @MethodSource("examples")
    void withoutExtensionsEveryExampleIsRenderedAsSpecified(SpecExample example) {
        String html = PLAIN.html(PLAIN.parse(example.markdown()), 1_000_000);
        assertThat(html).isEqualTo(example.html());
    }

    @ParameterizedTest(name = "example {0}")
    @MethodSource("examples")
    void sanitisedEveryExampleShowsTheSameExceptTheListedOnes(SpecExample example) {
        String shown = Normal.of(Rendered.page(example.markdown()).html());
        String specified = Normal.of(example.html());
        if (DIFFERENCES.containsKey(example.number())) {
            assertThat(shown).as("listed as different, but is the same").isNotEqualTo(specified);
        } else {
            assertThat(shown).isEqualTo(specified);
        }
    }

    /** Lines of a number and a reason; a line that begins with # is a comment. */
    private static Map<Integer, String> differences() {
        Map<Integer, String> reasons = new TreeMap<>();
        SpecExample.resource("sanitised-differences.txt")
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .forEach(line -> {
                    String[] entry = line.strip().split("\\s+", 2);
                    assertThat(entry).as("a number and a reason: " + line).hasSize(2);
                    assertThat(reasons.put(Integer.valueOf(entry[0]), entry[1]))
                            .as("listed twice: " + line)
                            .isNull();
                });
        return reasons;
    }
}
