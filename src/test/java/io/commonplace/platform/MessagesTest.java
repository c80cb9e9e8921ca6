package io.commonplace.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Checks the keys in the sources. A string counts as a key if it has dots and begins with the first part of a known key. */
class MessagesTest {
    private static final Pattern LITERAL = Pattern.compile("[\"']([a-z][A-Za-z]*(?:\\.[A-Za-z0-9]+)+)[\"']");

    /** The constant beginning of a key that the program completes. */
    private static final Pattern PREFIX = Pattern.compile("\"([a-z][A-Za-z]*(?:\\.[A-Za-z0-9]+)*\\.)\"");

    private static final Set<String> FILE_ENDINGS = Set.of("js", "css", "svg", "md", "zip", "json", "xhtml", "html");

    private final Properties messages = load();
    private final String sources = sources();

    @Test
    void everyKeyThatIsUsedHasAText() {
        Set<String> topics = keys().stream().map(MessagesTest::topic).collect(Collectors.toSet());
        Predicate<String> isKey =
                literal -> topics.contains(topic(literal)) && !FILE_ENDINGS.contains(literal.replaceAll(".*\\.", ""));
        assertThat(literals(LITERAL).filter(isKey)).isNotEmpty().isSubsetOf(keys());
    }

    @Test
    void everyKeyIsUsed() {
        Set<String> used = literals(LITERAL).collect(Collectors.toSet());
        Set<String> begun = literals(PREFIX).collect(Collectors.toSet());
        assertThat(keys())
                .isNotEmpty()
                .allMatch(key -> used.contains(key) || begun.stream().anyMatch(key::startsWith));
    }

    @Test
    void everyTextIsAMessageFormat() {
        assertThat(keys())
                .allSatisfy(key -> assertThatCode(() -> Messages.text(key, 1, 2, 3, 4, 5, 6, 7, 8))
                        .doesNotThrowAnyException());
    }

    /** MessageFormat reads a straight apostrophe as the start of a quotation, and drops the argument after it. */
    @Test
    void noTextHasAStraightApostrophe() {
        assertThat(messages.values())
                .isNotEmpty()
                .noneMatch(text -> text.toString().contains("'"));
    }

    private Set<String> keys() {
        return new TreeSet<>(messages.stringPropertyNames());
    }

    private Stream<String> literals(Pattern pattern) {
        return pattern.matcher(sources).results().map(match -> match.group(1));
    }

    private static String topic(String key) {
        return key.substring(0, key.indexOf('.'));
    }

    private static Properties load() {
        Properties properties = new Properties();
        try (InputStream file = Messages.class.getResourceAsStream("/io/commonplace/messages.properties")) {
            properties.load(Objects.requireNonNull(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }

    private static String sources() {
        try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
            return files.filter(file -> file.toString().matches(".*\\.(java|xhtml)"))
                    .map(MessagesTest::read)
                    .collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
