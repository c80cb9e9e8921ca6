package io.commonplace.repository;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the handbook prints in bold where it says what to press is on the screen, in these words. */
class QuotedLabelsTest {
    private static final Path USING = Path.of("src/handbook/using");
    private static final Path BUNDLES = Path.of("src/main/resources/io/commonplace");
    private static final Pattern LABEL = Pattern.compile("\\*\\*([A-Z][^*]*)\\*\\*");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "attachments",
                "conflicts",
                "drafts",
                "editing",
                "exporting",
                "finding-your-way",
                "importing",
                "jobs",
                "moving-and-deleting",
                "reading",
                "searching"
            })
    void aLabelInTheHandbookIsOnTheScreen(String page) throws IOException {
        List<String> labels = labels(Files.readString(USING.resolve(page + ".md")));
        assertThat(labels).isNotEmpty();
        assertThat(missing(labels)).isEmpty();
    }

    @Test
    void aLabelThatIsNotOnTheScreenIsFound() throws IOException {
        assertThat(missing(labels("Press **Save**, or **Keep**."))).containsExactly("Keep");
    }

    private static List<String> labels(String text) {
        return LABEL.matcher(text).results().map(found -> found.group(1)).toList();
    }

    private static List<String> missing(List<String> labels) throws IOException {
        Set<String> texts = new HashSet<>();
        for (String bundle : new String[] {"messages.properties", "views.properties"}) {
            Properties properties = new Properties();
            try (Reader reader = Files.newBufferedReader(BUNDLES.resolve(bundle))) {
                properties.load(reader);
            }
            // A text with arguments is quoted up to the first of them.
            properties.values().forEach(text -> texts.add(text.toString().split(",? ?[({]", 2)[0]));
        }
        return labels.stream().filter(label -> !texts.contains(label)).toList();
    }
}
