package io.commonplace.recipes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the handbook's recipes tell somebody to type stands in sources that compile. */
class RecipesTest {
    private static final Path PAGES = Path.of("src/handbook/extending");
    private static final Pattern BLOCK = Pattern.compile("(?m)^ *```java\\n([\\s\\S]*?)^ *```");
    private static final Pattern FILE = Pattern.compile("`(src/[\\w./-]+)`");

    @ParameterizedTest
    @ValueSource(strings = {"a-job.md", "a-cache-region.md"})
    void theCodeOfARecipeCompiles(String page) throws IOException {
        String sources = sources();
        assertThat(blocks(page)).isNotEmpty().allMatch(block -> sources.contains(block));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a-job.md", "a-migration.md"})
    void everyFileThatARecipeNamesExists(String page) throws IOException {
        assertThat(FILE.matcher(Files.readString(PAGES.resolve(page))).results().map(file -> Path.of(file.group(1))))
                .isNotEmpty()
                .allMatch(Files::exists);
    }

    @Test
    void codeThatNobodyCompilesIsFound() throws IOException {
        assertThat(sources()).contains(withoutSpace("static final String NAME = \"count-words\";"));
        assertThat(sources()).doesNotContain(withoutSpace("static final String NAME = \"count-letters\";"));
    }

    private static List<String> blocks(String page) throws IOException {
        return BLOCK.matcher(Files.readString(PAGES.resolve(page)))
                .results()
                .map(block -> withoutSpace(block.group(1)))
                .toList();
    }

    private static String sources() throws IOException {
        StringBuilder all = new StringBuilder();
        for (Path folder : List.of(Path.of("src/test/java/io/commonplace/recipes"), Path.of("src/main/java"))) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file :
                        files.filter(path -> path.toString().endsWith(".java")).toList()) {
                    all.append(withoutSpace(Files.readString(file)));
                }
            }
        }
        return all.toString();
    }

    /** The recipes are indented as lists are, and the sources as the formatter likes. */
    private static String withoutSpace(String code) {
        return code.replaceAll("\\s+", "");
    }
}
