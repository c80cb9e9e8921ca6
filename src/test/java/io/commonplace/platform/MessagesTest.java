package io.commonplace.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Checks that no text is missing from messages.properties, which has those of the Java code, or from views.properties, and
 * that none is left over. A string in Java counts as a key if it has dots and begins with the first part of a known key.
 */
class MessagesTest {
    private static final Pattern IN_JAVA = Pattern.compile("\"([a-z][A-Za-z]*(?:\\.[A-Za-z0-9]+)+)\"");

    /** The constant beginning of a key that the program completes. */
    private static final Pattern BEGINNING_IN_JAVA = Pattern.compile("\"([a-z][A-Za-z]*(?:\\.[A-Za-z0-9]+)*\\.)\"");

    /** A key between braces, where the text goes. */
    private static final Pattern IN_ERROR_PAGES = Pattern.compile("\\{([a-z]+(?:\\.[A-Za-z]+)+)}");

    /** A key in EL, or its beginning, which ends in a point. */
    private static final Pattern IN_VIEWS = Pattern.compile("(?:msg\\[|messages\\.of\\()'([^']+)'");

    /** Attributes for scripts are left out: those put in the arguments themselves. */
    private static final Pattern PLAIN_IN_VIEWS = Pattern.compile("(?<!data-[a-z-]{1,20}=\"#\\{)msg\\['([^']+)'");

    private static final Pattern WITH_ARGUMENTS_IN_VIEWS = Pattern.compile("messages\\.of\\('([^']+)'");

    private static final Set<String> FILE_ENDINGS = Set.of("js", "css", "svg", "md", "zip", "json", "xhtml", "html");

    private final Properties messages = load("messages");
    private final Properties views = load("views");
    private final String java = sources("src/main/java", ".java");
    private final String errorPages = sources("src/main/webapp/WEB-INF/errors", ".html");
    private final String xhtml = sources("src/main/webapp", ".xhtml");

    @Test
    void everyMessageThatJavaNamesIsThere() {
        Set<String> topics =
                messages.stringPropertyNames().stream().map(MessagesTest::topic).collect(Collectors.toSet());
        Predicate<String> isKey =
                literal -> topics.contains(topic(literal)) && !FILE_ENDINGS.contains(literal.replaceAll(".*\\.", ""));
        assertThat(found(IN_JAVA, java).stream().filter(isKey)).isNotEmpty().isSubsetOf(messages.stringPropertyNames());
    }

    @Test
    void everyMessageOfAnErrorPageIsThere() {
        assertThat(found(IN_ERROR_PAGES, errorPages)).isNotEmpty().isSubsetOf(messages.stringPropertyNames());
    }

    @Test
    void everyMessageIsUsed() {
        Set<String> used = found(IN_JAVA, java);
        used.addAll(found(IN_ERROR_PAGES, errorPages));
        Set<String> begun = found(BEGINNING_IN_JAVA, java);
        assertThat(messages.stringPropertyNames())
                .isNotEmpty()
                .allMatch(key -> used.contains(key) || begun.stream().anyMatch(key::startsWith));
    }

    @Test
    void everyTextOfAViewIsThere() {
        assertThat(found(IN_VIEWS, xhtml))
                .isNotEmpty()
                .allSatisfy(key -> assertThat(views.stringPropertyNames())
                        .anyMatch(key.endsWith(".") ? known -> known.startsWith(key) : key::equals));
    }

    @Test
    void everyTextOfAViewIsUsed() {
        Set<String> used = found(IN_VIEWS, xhtml);
        assertThat(views.stringPropertyNames())
                .isNotEmpty()
                .allMatch(key -> used.contains(key)
                        || used.stream().anyMatch(begun -> begun.endsWith(".") && key.startsWith(begun)));
    }

    @Test
    void viewsGiveArgumentsToTextsThatHaveSome() {
        assertThat(found(WITH_ARGUMENTS_IN_VIEWS, xhtml))
                .isNotEmpty()
                .allMatch(key -> text(views, key).contains("{"));
        assertThat(found(PLAIN_IN_VIEWS, xhtml))
                .isNotEmpty()
                .noneMatch(key -> text(views, key).contains("{"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"messages", "views"})
    void everyTextIsAMessageFormat(String bundle) {
        assertThat(load(bundle).values())
                .isNotEmpty()
                .allSatisfy(
                        text -> assertThatCode(() -> formatted(text.toString())).doesNotThrowAnyException());
    }

    /** MessageFormat takes a straight one for the start of a quotation, and swallows the argument after it. */
    @ParameterizedTest
    @ValueSource(strings = {"messages", "views"})
    void noTextHasAStraightApostrophe(String bundle) {
        assertThat(load(bundle).values())
                .isNotEmpty()
                .noneMatch(text -> text.toString().contains("'"));
    }

    private static String formatted(String text) {
        return new MessageFormat(text, Locale.ENGLISH).format(new Object[] {1, 2, 3, 4, 5, 6, 7, 8});
    }

    private static String text(Properties bundle, String key) {
        return bundle.getProperty(key, "");
    }

    private static Set<String> found(Pattern pattern, String sources) {
        return pattern.matcher(sources)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String topic(String key) {
        return key.substring(0, key.indexOf('.'));
    }

    private static Properties load(String bundle) {
        Properties properties = new Properties();
        try (Reader file =
                Files.newBufferedReader(Path.of("src/main/resources/io/commonplace/" + bundle + ".properties"))) {
            properties.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }

    private static String sources(String folder, String ending) {
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            return files.filter(file -> file.toString().endsWith(ending))
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
