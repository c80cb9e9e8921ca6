package io.commonplace.rollout;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The command reads all of its scripts into one shell. So a file is one command, or a library whose header declares the
 * functions ({@code # Provides:}) and variables ({@code # Sets:}) that other files may use.
 */
class ScriptLibrariesTest {
    private static final Path DRIVER = Path.of("cluster/driver.sh");
    private static final Pattern DRIVER_FUNCTION = Pattern.compile("^  '(driver_\\w+) [^|]*\\| \\S", Pattern.MULTILINE);
    private static final Pattern HOST_LIBRARIES = Pattern.compile("^for library in (.*); do$", Pattern.MULTILINE);
    private static final Pattern UNASSIGNED = Pattern.compile(": (\\w+) is referenced but not assigned");
    /** Names of a tool, or so common in scripts that everybody knows them. */
    private static final Set<String> SHORT_NAMES = Set.of("asadmin", "die", "say", "sql");

    @Test
    void noTwoScriptsOfTheCommandDefineTheSameFunction() throws IOException {
        List<Script> scripts = new ArrayList<>(Script.libraries());
        scripts.removeIf(script -> script.file().endsWith("driver/systemd.sh"));
        assertThat(definedOnce(scripts)).contains("command_up", "replace_clone", "driver_drain");
    }

    @Test
    void noTwoScriptsOfAHostDefineTheSameFunction() throws IOException {
        Script host = Script.read(Path.of("payara-config/host"));
        Matcher libraries = HOST_LIBRARIES.matcher(host.text());
        assertThat(libraries.find()).isTrue();
        List<Script> scripts = new ArrayList<>(List.of(host, Script.read(Path.of("cluster/driver/systemd.sh"))));
        for (String library : libraries.group(1).split(" ")) {
            scripts.add(Script.read(Path.of("cluster", library + ".sh")));
        }
        assertThat(definedOnce(scripts)).contains("command_roll", "driver_drain");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cluster/driver/supervisor.sh", "cluster/driver/systemd.sh"})
    void aDriverImplementsEachFunctionOfTheDeclarationAndNoOther(String driver) throws IOException {
        Set<String> declared = new TreeSet<>();
        for (Matcher name = DRIVER_FUNCTION.matcher(Files.readString(DRIVER)); name.find(); ) {
            declared.add(name.group(1));
        }
        assertThat(declared).hasSizeGreaterThan(10);
        assertThat(Script.read(Path.of(driver)).functions().stream().filter(name -> name.startsWith("driver_")))
                .containsExactlyInAnyOrderElementsOf(declared);
    }

    @Test
    void aFunctionIsCalledFromOtherFilesExactlyIfItsHeaderProvidesIt() throws IOException {
        List<Script> all = Script.all();
        for (Script script : Script.libraries()) {
            Set<String> called = script.functions().stream()
                    .filter(name -> !name.startsWith("driver_") && !name.startsWith("command_"))
                    .filter(name ->
                            all.stream().anyMatch(other -> !other.file().equals(script.file()) && other.uses(name)))
                    .collect(toCollection(TreeSet::new));
            Set<String> provided = script.declared("Provides");
            provided.removeAll(Set.of("all", "functions", "of", "cluster/driver.sh", "cluster/driver.sh,"));
            assertThat(called).as(script.file().toString()).isEqualTo(provided);
        }
    }

    @Test
    void everyFunctionIsCalled() throws IOException {
        List<Script> all = Script.all();
        for (Script script : Script.libraries()) {
            for (String name : script.functions()) {
                assertThat(name.startsWith("command_") || all.stream().anyMatch(other -> other.uses(name)))
                        .as(script + ": " + name)
                        .isTrue();
            }
        }
    }

    /** Those that don't read all libraries: what they call, and what that calls, must be among those that they read. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "artemis/run",
                "database/run",
                "database/watch",
                "load-balancer/run",
                "payara-config/host",
                "payara-config/run",
                "payara-console/run",
                "src/test/sh/check-consistency",
                "src/test/sh/group",
                "src/test/sh/hosts",
                "src/test/sh/image-alone",
                "src/test/sh/make-image",
                "src/test/sh/test"
            })
    void aProgramReadsTheLibrariesThatItCalls(String file) throws IOException {
        Script program = Script.read(Path.of(file));
        Map<String, String> known = new TreeMap<>(program.bodies());
        Deque<String> code = new ArrayDeque<>(List.of(program.code()));
        for (Script library : program.reads()) {
            known.putAll(library.bodies());
            if (library.functions().isEmpty()) {
                code.add(library.code());
            }
        }
        Set<String> names = new TreeSet<>();
        Script.libraries().forEach(library -> names.addAll(library.functions()));
        Set<String> called = new TreeSet<>();
        // By the word that was typed.
        known.forEach((name, body) -> code.addAll(name.startsWith("command_") ? List.of(body) : List.of()));
        while (!code.isEmpty()) {
            String text = code.pop();
            for (String name : names) {
                if (Script.uses(text, name) && called.add(name)) {
                    String body = known.get(name);
                    assertThat(body).as(file + " calls " + name).isNotNull();
                    code.push(Objects.requireNonNull(body));
                }
            }
        }
        assertThat(called).isNotEmpty();
    }

    /** So that a search for a name finds its uses, and no prose. */
    @Test
    void aFunctionsNameHasAtLeastTwoWords() throws IOException {
        for (Script script : Script.libraries()) {
            assertThat(script.functions())
                    .as(script.file().toString())
                    .allMatch(name -> name.contains("_") || SHORT_NAMES.contains(name));
        }
    }

    /** Where shellcheck is installed; it knows which variables a file reads and does not assign. */
    @Test
    void aVariableThatAnotherFileReadsIsDeclared() throws Exception {
        assumeThat(ScriptsTest.SHELLCHECK).exists();
        List<Script> all = Script.all();
        Set<String> declared = new TreeSet<>();
        all.forEach(script -> declared.addAll(script.declared("Sets")));
        for (Script script : all) {
            String findings = new Shell(Map.of("PATH", System.getenv("PATH")))
                    .run(
                            List.of(
                                    ScriptsTest.SHELLCHECK.toString(),
                                    "--norc",
                                    "--format=gcc",
                                    "--include=SC2154",
                                    script.toString()),
                            Path.of("."))
                    .out();
            for (Matcher read = UNASSIGNED.matcher(findings); read.find(); ) {
                assertThat(declared).as(script + " reads it").contains(read.group(1));
            }
        }
    }

    @Test
    void whatAFileDeclaresToSetIsReadElsewhere() throws IOException {
        List<Script> all = Script.all();
        for (Script script : all) {
            for (String variable : script.declared("Sets")) {
                assertThat(script.mentions(variable))
                        .as(script + " sets " + variable)
                        .isTrue();
                assertThat(all)
                        .as(script + " sets " + variable)
                        .anyMatch(other -> !other.file().equals(script.file()) && other.mentions(variable));
            }
        }
    }

    /** {@code console up} is {@code command_console_up} in console.sh; the tests' commands are programs of their own. */
    @Test
    void everyCommandIsAFunctionInAFileOfItsName() throws Exception {
        Set<String> expected = new TreeSet<>();
        for (String synopsis : ArgumentsTest.synopses()) {
            expected.add("command_" + ArgumentsTest.nameOf(synopsis).replace(' ', '_'));
        }
        expected.removeAll(Set.of(
                "command_help",
                "command_test",
                "command_bench_view",
                "command_bench_scale",
                "command_bench_import",
                "command_bench_search",
                "command_bench_write",
                "command_check_consistency"));
        Set<String> found = new TreeSet<>();
        for (Script script : Script.libraries()) {
            String file =
                    script.file().getFileName().toString().replace(".sh", "").replace('-', '_');
            for (String function : script.functions()) {
                if (function.startsWith("command_")) {
                    found.add(function);
                    assertThat(function).as(script.file().toString()).startsWith("command_" + file);
                }
            }
        }
        assertThat(found).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"switchover", "failover"})
    void everyPhaseOfTheTableIsAFunctionAndSoIsItsUndo(String table) throws IOException {
        Set<String> functions = new TreeSet<>();
        Script.libraries().forEach(script -> functions.addAll(script.functions()));
        String text = Files.readString(Path.of("database", table + ".sh"));
        String rows = text.substring(text.indexOf(table + "_phases=("), text.indexOf("\n)"));
        List<String> phases = rows.lines().filter(row -> row.startsWith("  '")).toList();
        assertThat(phases).hasSizeGreaterThan(5);
        for (String phase : phases) {
            String[] columns = phase.substring(3, phase.length() - 1).split(" +\\| +");
            assertThat(columns).as(phase).hasSize(4);
            assertThat(functions).contains(columns[0]);
            assertThat(columns[1].equals("-") || functions.contains(columns[1]))
                    .as(phase)
                    .isTrue();
        }
    }

    private static Set<String> definedOnce(List<Script> scripts) {
        Map<String, Script> known = new TreeMap<>();
        for (Script script : scripts) {
            for (String name : script.functions()) {
                assertThat(known.put(name, script)).as(name).isNull();
            }
        }
        return known.keySet();
    }
}
