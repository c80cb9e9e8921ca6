package io.commonplace.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LinkStartsTest {
    private static final LinkResolver NOTHING = new LinkResolver() {
        @Override
        public Optional<String> page(String destination) {
            return Optional.empty();
        }

        @Override
        public Optional<String> wiki(String target) {
            return Optional.empty();
        }
    };

    private final Renderer renderer = new Renderer();

    @Test
    void everyBrokenLinkIsFoundInItsLine() {
        String source = """
                ---
                title: Links
                ---

                # Links

                [one](one.md) and ![two](two.png)

                | a | b |
                |---|---|
                | [three](three.md) | [[Four]] |

                [five][ref], again [one](one.md)

                - item
                  - ![[six.png|20]] and ![[Seven]]

                <p>
                <img src="eight.png"> </p> and <a href='nine.md'>9</a>

                > ![ten](data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAUAAAAFCAYAAACNbyblAAAAHElEQVQI12P4//8/w38GIAXDIBKE0DHxgljNBAAO)

                [eleven](file:///etc/passwd)

                [ref]: five.md
                """;

        Map<String, Integer> starts = renderer.linkStarts(source);

        RenderedPage page = renderer.render(source, parsed -> NOTHING);
        assertThat(page.brokenLinks())
                .hasSize(11)
                .allSatisfy(link -> assertThat(starts).containsKey(link));
        assertThat(line(source, starts, "one.md")).startsWith("[one](one.md) and");
        assertThat(line(source, starts, "two.png")).startsWith("[one](one.md) and");
        assertThat(line(source, starts, "three.md")).startsWith("| [three]");
        assertThat(line(source, starts, "[[Four]]")).startsWith("| [three]");
        assertThat(line(source, starts, "five.md")).startsWith("[five][ref]");
        assertThat(line(source, starts, "![[six.png]]")).contains("six.png");
        assertThat(line(source, starts, "[[Seven]]")).contains("six.png");
        assertThat(line(source, starts, "eight.png")).startsWith("<img");
        assertThat(line(source, starts, "nine.md")).startsWith("<img");
        assertThat(line(source, starts, "file:///etc/passwd")).startsWith("[eleven]");
    }

    private static String line(String source, Map<String, Integer> starts, String link) {
        int at = starts.getOrDefault(link, 0);
        return source.substring(source.lastIndexOf('\n', at) + 1, source.indexOf('\n', at))
                .strip();
    }
}
