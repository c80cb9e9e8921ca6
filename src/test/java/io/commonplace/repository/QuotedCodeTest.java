package io.commonplace.repository;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the handbook quotes to show how a page is made stands in the code, so that it can't grow old. */
class QuotedCodeTest {
    private static final Path PAGE = Path.of("src/handbook/extending/a-page.md");
    private static final Pattern BLOCK = Pattern.compile("(?s)```(?:java|xml)\n(.*?)```");
    private static final Pattern NAME = Pattern.compile("`([A-Z][a-z]+[A-Z]\\w*)`");
    private static final Pattern PATH = Pattern.compile("`((?:src|webapp|WEB-INF)/[\\w/.-]+)`");

    @Test
    void everyLineThatIsQuotedStandsInTheCode() throws IOException {
        StringBuilder code = new StringBuilder();
        for (Path file : sources().toList()) {
            code.append(Files.readString(file));
        }
        List<String> quoted = BLOCK.matcher(Files.readString(PAGE))
                .results()
                .flatMap(block -> block.group(1).lines().map(String::strip))
                .filter(line -> !line.isEmpty() && !line.equals("…"))
                .toList();

        assertThat(quoted).isNotEmpty();
        assertThat(quoted.stream().filter(line -> code.indexOf(line) < 0)).isEmpty();
    }

    @Test
    void everyTypeThatIsNamedExists() throws IOException {
        Set<String> types = sources()
                .map(file -> file.getFileName().toString().replaceFirst("\\.\\w+$", ""))
                .collect(Collectors.toSet());

        assertThat(found(NAME)).isNotEmpty().isSubsetOf(types);
    }

    @Test
    void everyPathThatIsNamedExists() throws IOException {
        assertThat(found(PATH))
                .isNotEmpty()
                .allSatisfy(path -> assertThat(
                                Stream.of("", "src/main/", "src/main/webapp/").map(top -> Path.of(top + path)))
                        .anyMatch(Files::exists));
    }

    private static List<String> found(Pattern pattern) throws IOException {
        return pattern.matcher(Files.readString(PAGE))
                .results()
                .map(name -> name.group(1))
                .toList();
    }

    private static Stream<Path> sources() throws IOException {
        List<Path> sources = new ArrayList<>();
        for (String folder : List.of("src/main/java", "src/test/java", "src/main/webapp")) {
            try (Stream<Path> files = Files.walk(Path.of(folder))) {
                files.filter(file -> file.toString().matches(".*\\.(java|xhtml|xml)"))
                        .forEach(sources::add);
            }
        }
        return sources.stream();
    }
}
