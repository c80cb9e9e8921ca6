package io.commonplace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The handbook's page about the packages, beside the packages. */
class PackagesPageTest {
    private static final Path SOURCES = Path.of("src/main/java/io/commonplace");
    private static final Path PAGE = Path.of("src/handbook/extending/packages.md");
    private static final Path PICTURE = Path.of("src/handbook/extending/images/packages.svg");

    private static final Pattern PACKAGE_ROW = Pattern.compile("(?m)^\\| `([a-z.]+)` \\| [^|]+ \\| ([^|]+) \\|$");
    private static final Pattern QUESTION_ROW = Pattern.compile("(?m)^\\| [^|]+\\? \\| `([a-z.]+)` \\| ([^|]+) \\|$");
    private static final Pattern CLASS = Pattern.compile("`([A-Z]\\w+)`");
    private static final Pattern BOX = Pattern.compile("<text x=\"(\\d+)\" y=\"(\\d+)\" class=\"c m\">(\\w+)</text>");

    /** @param name without the beginning that all have */
    record Mention(String name, String type) {
        String info() throws IOException {
            return Files.readString(folder().resolve("package-info.java")).replaceAll("[\\s*]+", " ");
        }

        Path folder() {
            return SOURCES.resolve(name.replace('.', '/'));
        }
    }

    @ParameterizedTest
    @MethodSource("mentions")
    void aClassThatThePageNamesIsNamedByItsPackageInfo(Mention mention) throws IOException {
        assertThat(mention.folder().resolve(mention.type + ".java")).exists();
        assertThat(mention.info()).contains("{@link io.commonplace." + mention.name + "." + mention.type + "}");
    }

    @Test
    void thereAreTenQuestions() throws IOException {
        assertThat(rows(QUESTION_ROW)).hasSize(10);
    }

    @Test
    void everyPackageHasARowTheHighestFirst() throws IOException {
        List<String> expected = new ArrayList<>();
        for (String feature : ArchitectureRules.packages()) {
            expected.addAll(0, packagesOf(feature));
        }
        assertThat(rows(PACKAGE_ROW).map(row -> row.group(1))).containsExactlyElementsOf(expected);
    }

    @Test
    void thePictureHasTheOrderOfTheImports() throws IOException {
        Comparator<MatchResult> fromBelow = Comparator.comparing(box -> -Integer.parseInt(box.group(2)));
        assertThat(BOX.matcher(Files.readString(PICTURE))
                        .results()
                        .sorted(fromBelow.thenComparing(box -> Integer.parseInt(box.group(1))))
                        .map(box -> box.group(3)))
                .containsExactlyElementsOf(ArchitectureRules.packages());
    }

    static Stream<Mention> mentions() throws IOException {
        return Stream.concat(rows(PACKAGE_ROW), rows(QUESTION_ROW))
                .flatMap(row ->
                        CLASS.matcher(row.group(2)).results().map(type -> new Mention(row.group(1), type.group(1))));
    }

    private static Stream<MatchResult> rows(Pattern pattern) throws IOException {
        return pattern.matcher(Files.readString(PAGE)).results();
    }

    /** The package itself, then those in it. */
    private static List<String> packagesOf(String feature) throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES.resolve(feature))) {
            return files.filter(file -> file.endsWith("package-info.java"))
                    .map(file -> SOURCES.relativize(file.getParent()).toString().replace('/', '.'))
                    .sorted()
                    .toList();
        }
    }
}
