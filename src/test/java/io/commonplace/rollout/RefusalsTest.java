package io.commonplace.rollout;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What each command refuses, by the table refusals.txt: its message says what is wrong and, where there is something to do, what
 * to do. ArgumentsTest has the refusals that follow from a synopsis.
 */
class RefusalsTest {
    @TempDir
    private Path folder;

    private Path data;
    private final List<Process> holders = new ArrayList<>();

    record Refusal(String state, String words, String message) {
        static Refusal of(String row) {
            String[] columns = row.split(" +\\| ", 3);
            return new Refusal(columns[0].strip(), columns[1].strip(), columns[2].strip());
        }
    }

    static List<Refusal> refusals() throws IOException {
        try (InputStream table = Objects.requireNonNull(RefusalsTest.class.getResourceAsStream("refusals.txt"))) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(Refusal::of)
                    .toList();
        }
    }

    /** In place of curl, by which the scripts find out whether a supervisor runs. */
    @BeforeEach
    void makeStandIns() throws IOException {
        data = folder.resolve("data");
        program(
                folder.resolve("bin/curl"),
                "case \"$*\" in *getPID*) ! [ -e \"$COMMONPLACE_DATA/is-running\" ] || echo '<int>1</int>' ;; esac");
    }

    @AfterEach
    void endHolders() {
        holders.forEach(Process::destroyForcibly);
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void aCommandSaysWhatIsWrongAndWhatToDoAndChangesNothing(Refusal refusal) throws Exception {
        make(refusal.state());
        Set<String> before = files();
        List<String> command = new ArrayList<>(List.of("./commonplace"));
        command.addAll(List.of(refusal.words().split(" ")));
        Shell.Output output = new Shell(environment()).run(command, Path.of("."));
        assertThat(output.status()).as(output.all()).isEqualTo(1);
        assertThat(output.all().lines().filter(line -> line.startsWith("commonplace: ")))
                .as(output.all())
                .singleElement()
                .asString()
                .contains(refusal.message().replace("DATA", data.toString()));
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void everyCommandHasOne() throws Exception {
        Set<String> tested = new TreeSet<>();
        for (Refusal refusal : refusals()) {
            for (String synopsis : ArgumentsTest.synopses()) {
                String name = ArgumentsTest.nameOf(synopsis);
                if ((refusal.words() + " ").startsWith(name + " ")) {
                    tested.add(name);
                }
            }
        }
        assertThat(tested)
                .isEqualTo(ArgumentsTest.synopses().stream()
                        .map(ArgumentsTest::nameOf)
                        .collect(toCollection(TreeSet::new)));
    }

    private void make(String state) throws Exception {
        switch (state) {
            case "none" -> {}
            case "file" -> Files.createFile(data);
            case "down" -> makeCluster();
            case "running" -> makeRunning();
            case "rolling" -> {
                makeRunning();
                Files.writeString(data.resolve("roll"), "to=1.0-abc\nclone-1=0.9-abc\n");
            }
            case "locked" -> {
                makeRunning();
                hold(data.resolve("run/lock"));
            }
            default -> throw new IllegalArgumentException(state);
        }
    }

    private void makeCluster() throws IOException {
        for (String name : List.of("run", "logs", "images")) {
            Files.createDirectories(data.resolve(name));
        }
        Files.writeString(data.resolve("settings"), "databases=3\n");
        Files.writeString(data.resolve("secrets"), "GRID_NAME=some\n");
        Files.writeString(data.resolve("primary"), "database-3\n");
        Files.createFile(data.resolve("provisioned"));
    }

    private void makeRunning() throws IOException {
        makeCluster();
        Files.createFile(data.resolve("is-running"));
        program(data.resolve("servers/mariadb/bin/mariadb"), "cat >/dev/null; echo 1");
    }

    /** As a command that is at work. */
    private void hold(Path lock) throws Exception {
        Process holder = new ProcessBuilder(
                        "bash",
                        "-c",
                        "exec 9>>\"$0\"; flock 9; printf '%s %(%s)T roll\\n' $$ -1 >\"$0\"; exec sleep 60",
                        lock.toString())
                .start();
        holders.add(holder);
        while (!Files.exists(lock) || Files.size(lock) == 0) {
            assertThat(holder.isAlive()).isTrue();
            Thread.sleep(20);
        }
    }

    private static void program(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/bash\n" + text + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new TreeMap<>();
        environment.put("PATH", folder.resolve("bin") + ":" + System.getenv("PATH"));
        environment.put("COMMONPLACE_HOME", Path.of("").toAbsolutePath().toString());
        environment.put("COMMONPLACE_DATA", data.toString());
        return environment;
    }

    /** Without the files of locks. */
    private Set<String> files() throws IOException {
        if (!Files.exists(data)) {
            return Set.of();
        }
        try (Stream<Path> found = Files.walk(data)) {
            return found.map(Path::toString)
                    .filter(name -> !name.matches(".*/run(/.*lock)?"))
                    .collect(toCollection(TreeSet::new));
        }
    }
}
