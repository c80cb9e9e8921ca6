package io.commonplace.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The command reads all of its scripts into one shell: a name is there once, or the last one wins. */
class ScriptsTest {
    private static final Pattern FUNCTION = Pattern.compile("^(\\w+)\\(\\) *\\{", Pattern.MULTILINE);

    @Test
    void noTwoScriptsHaveAFunctionOfTheSameName() throws IOException {
        Map<String, Path> known = new TreeMap<>();
        for (String folder : new String[] {"cluster", "database", "load-balancer"}) {
            try (Stream<Path> files = Files.list(Path.of(folder))) {
                for (Path file :
                        files.filter(path -> path.toString().endsWith(".sh")).toList()) {
                    for (Matcher name = FUNCTION.matcher(Files.readString(file)); name.find(); ) {
                        assertThat(known.put(name.group(1), file))
                                .as(name.group(1))
                                .isNull();
                    }
                }
            }
        }
        assertThat(known).containsKeys("up", "roll", "promote");
    }
}
