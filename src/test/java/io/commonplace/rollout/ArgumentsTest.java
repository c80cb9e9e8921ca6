package io.commonplace.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is typed after {@code ./commonplace}: a word that a command does not take is refused before anything is done. */
class ArgumentsTest {
    private static final String LIST = """
            #!/bin/bash
            set -euo pipefail
            . cluster/messages.sh
            . cluster/arguments.sh
            . cluster/commands.sh
            for row in "${commands[@]}"; do echo "${row%%$'\\n'*}"; done
            """;

    @TempDir
    private Path folder;

    static List<String> synopses() throws Exception {
        return shell(Path.of("target")).script(LIST, Path.of(".")).out().lines().toList();
    }

    /** The words of a synopsis that are typed as they are. */
    static String nameOf(String synopsis) {
        return synopsis.replaceAll(" [^a-z].*", "");
    }

    @ParameterizedTest
    @MethodSource("synopses")
    void everyCommandRefusesAWordTooMany(String synopsis) throws Exception {
        List<String> words = typed(synopsis);
        words.add("surplus");
        assertThat(refusal(words)).contains(" does not take 'surplus'; usage: ./commonplace " + synopsis);
    }

    @ParameterizedTest
    @MethodSource("synopses")
    void everyCommandRefusesAnOptionOfNoneOrOfAnother(String synopsis) throws Exception {
        for (String option : List.of("--surplus", synopsis.contains("[--wipe]") ? "--deb" : "--wipe")) {
            List<String> words = typed(synopsis);
            words.add(option);
            assertThat(refusal(words)).contains(" has no option " + option + "; usage: ./commonplace " + synopsis);
        }
    }

    static List<String> synopsesWithArguments() throws Exception {
        return synopses().stream()
                .filter(synopsis -> !synopsis.replaceAll(" \\[.*", "").equals(nameOf(synopsis)))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("synopsesWithArguments")
    void everyCommandNamesTheArgumentThatIsMissing(String synopsis) throws Exception {
        String required = synopsis.replaceAll(" \\[.*", "");
        String missing = required.substring(nameOf(synopsis).length())
                .strip()
                .split(" (?=--)")[0]
                .split(" ")[0];
        assertThat(refusal(List.of(nameOf(synopsis).split(" "))))
                .contains(nameOf(synopsis) + " needs " + missing)
                .contains("; usage: ./commonplace " + synopsis);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "down clone-1 | down does not take 'clone-1'",
                "down --data | --data needs a value",
                "up --clones --tls | --clones needs a value",
                "up --auto-failover --no-auto-failover | not both",
                "roll image.tar.gz --back | not both",
                "scale | scale needs N",
                "scale ten | the number of clones is 1 to 9, not 'ten'",
                "restart | restart needs PART",
                "import --space handbook | import needs FILE",
                "import file.zip | import needs --space KEY",
                "certificate here there | the address must be an IPv4 address like 10.0.0.31, not 'here'",
                "console | console what? up, down, status",
                "console clone-1 | console what?",
                "add | add what? database",
                "bench | bench what? view",
                "check | check what? consistency",
                "clone-1 | unknown command clone-1",
                "--data x up | unknown command --data"
            })
    void whatIsMissingOrWrongIsSaid(String words, String answer) throws Exception {
        assertThat(refusal(List.of(words.split(" ")))).contains(answer);
    }

    /** To bash, {@code [--force]} is also a pattern for files of one letter. */
    @Test
    void filesInTheCurrentFolderDoNotChangeASynopsis() throws Exception {
        Path here = Files.createDirectory(folder.resolve("here"));
        for (String name : List.of("a", "d", "e", "P")) {
            Files.createFile(here.resolve(name));
        }
        String program = Path.of("commonplace").toAbsolutePath().toString();
        Shell.Output output = shell(folder).run(List.of(program, "promote", "database-1", "surplus"), here);
        assertThat(output.all())
                .contains("promote does not take 'surplus'; usage: ./commonplace promote [PART] [--force]");
    }

    @Test
    void theHelpTellsOfEveryCommandWhatItTakes() throws Exception {
        Shell.Output help = run(List.of("up", "--help"));
        assertThat(help.status()).isZero();
        String text = help.out().replaceAll("\\s+", " ");
        for (String synopsis : synopses()) {
            assertThat(text).contains("./commonplace " + synopsis.replace(" [--data DIR]", ""));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "test --help | ./commonplace test --only NAME",
                "test --all -h | ./commonplace test --only NAME",
                "check consistency --help | --faults LIST    all (default)",
                "check consistency --seed 7 -h | --faults LIST    all (default)"
            })
    void theTestsHaveAHelpOfTheirOwn(String words, String part) throws Exception {
        Shell.Output help = run(List.of(words.split(" ")));
        assertThat(help.status()).as(help.all()).isZero();
        assertThat(help.out()).contains(part);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "src/test/sh/hosts logs now | hosts takes no 'logs now'",
                "src/test/sh/hosts | usage: hosts up IMAGE",
                "src/test/sh/make-image a b c | make-image does not take 'c'; usage: make-image WAR FILE",
                "src/test/sh/image-alone | image-alone needs IMAGE",
                "src/test/sh/host-init / | usage: host-init ROOT NAME",
                "src/test/sh/newest-mysql | usage: newest-mysql FOLDER",
                "src/test/sh/check-consistency --loudly | check consistency has no option --loudly",
                "load-balancer/host | usage: balancer FILE [PID]",
                "load-balancer/check http://127.0.0.1:9/ x | usage: check [URL]",
                "payara-config/clone a b | usage: clone [FILE]"
            })
    void soDoTheOtherScripts(String words, String answer) throws Exception {
        Shell.Output output = shell(folder).run(List.of(words.split(" ")), Path.of("."));
        assertThat(output.status()).as(output.all()).isEqualTo(1);
        assertThat(output.all()).contains(answer);
    }

    /** The least that can be typed: the command's own words, something for each name, and the options that it needs. */
    private static List<String> typed(String synopsis) {
        return new ArrayList<>(Stream.of(synopsis.replaceAll("\\[--\\S+( [A-Z]+)?]", "")
                        .replaceAll("[\\[\\]]", "")
                        .trim()
                        .split(" +"))
                .toList());
    }

    private String refusal(List<String> words) throws Exception {
        Shell.Output output = run(words);
        assertThat(output.status()).as(output.all()).isEqualTo(1);
        assertThat(output.all()).startsWith("commonplace: ").hasLineCount(1);
        assertThat(folder).isEmptyDirectory();
        return output.all();
    }

    private Shell.Output run(List<String> words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("./commonplace"));
        command.addAll(words);
        return shell(folder).run(command, Path.of("."));
    }

    private static Shell shell(Path data) {
        Map<String, String> environment = new TreeMap<>();
        environment.put("PATH", System.getenv("PATH"));
        environment.put("COMMONPLACE_HOME", Path.of("").toAbsolutePath().toString());
        environment.put("COMMONPLACE_DATA", data.toString());
        environment.put("COMMONPLACE_HOSTS", data.toString());
        return new Shell(environment);
    }
}
