package io.commonplace.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command reads all of its scripts into one shell: a name is there once, or the last one wins. */
class ScriptsTest {
    private static final Pattern FUNCTION = Pattern.compile("^(\\w+)\\(\\) *\\{", Pattern.MULTILINE);
    private static final Pattern PIECES = Pattern.compile("^for piece in (.*); do$", Pattern.MULTILINE);

    @Test
    void noTwoScriptsHaveAFunctionOfTheSameName() throws IOException {
        List<Path> scripts = new ArrayList<>();
        for (String folder : new String[] {"cluster", "database", "load-balancer"}) {
            try (Stream<Path> files = Files.list(Path.of(folder))) {
                files.filter(path -> path.toString().endsWith(".sh")).forEach(scripts::add);
            }
        }
        assertThat(functionsOf(scripts)).contains("up", "roll", "promote");
    }

    @Test
    void noTwoScriptsOfAHostHaveAFunctionOfTheSameName() throws IOException {
        Matcher pieces = PIECES.matcher(Files.readString(Path.of("payara-config/host")));
        assertThat(pieces.find()).isTrue();
        List<Path> scripts = new ArrayList<>();
        for (String piece : pieces.group(1).split(" ")) {
            scripts.add(Path.of(piece.equals("host") ? "payara-config" : "cluster", piece + ".sh"));
        }
        assertThat(functionsOf(scripts)).contains("roll", "drain");
    }

    /** As an interrupted promotion lets the old primary write again: not because its helper is ended. */
    @Test
    void aHelperThatIsEndedBeforeItBeginsUndoesNothing() throws Exception {
        Shell.Output output = new Shell(Map.of("PATH", System.getenv("PATH"))).script("""
                        #!/bin/bash
                        set -euo pipefail
                        . cluster/say.sh
                        trap 'echo "undone by $BASHPID, the command is $$"' EXIT
                        helper() { while sleep 0.1; do :; done; }
                        for _ in {1..100}; do helper & end_helper $!; done
                        trap - EXIT
                        echo finished
                        """, Path.of("."));
        assertThat(output.out()).isEqualTo("finished\n");
    }

    @Test
    void ofAClonesDumpsTheNewestStaysAndNobodyElseSeesIt(@TempDir Path folder) throws Exception {
        Shell.Output output = new Shell(Map.of(
                        "PATH",
                        System.getenv("PATH"),
                        "DUMPS",
                        folder.resolve("dumps").toString()))
                .script("""
                        #!/bin/bash
                        set -euo pipefail
                        eval "$(sed -n '/^prune_dumps() {/,/^}/p' payara-config/clone)"
                        prune_dumps "$DUMPS"
                        for age in 1 2 3; do touch -d "$age days ago" "$DUMPS/java_pid$age.hprof"; done
                        prune_dumps "$DUMPS"
                        ls "$DUMPS"
                        stat -c %a "$DUMPS"
                        """, Path.of("."));
        assertThat(output.all()).isEqualTo("java_pid1.hprof\n700\n");
        assertThat(Files.readString(Path.of("payara-config/clone"))).contains("-XX:HeapDumpPath=\"$home/dumps\"");
    }

    /** And nothing that was taken out of it comes back, like a first password that somebody has replaced. */
    @Test
    void aClusterThatIsOlderThanASecretGetsThatOneAndKeepsTheOthers() throws Exception {
        Shell.Output output = new Shell(Map.of("PATH", System.getenv("PATH"))).script("""
                        #!/bin/bash
                        set -euo pipefail
                        . cluster/say.sh
                        . cluster/settings.sh
                        COMMONPLACE_DATA=$(mktemp -d)
                        trap 'rm -rf "$COMMONPLACE_DATA"' EXIT
                        create_secrets
                        sed -i '/^ADMIN_PASSWORD=/d; /^SESSION_KEY=/d; /^GRID_KEY=/d' "$COMMONPLACE_DATA/secrets"
                        cp "$COMMONPLACE_DATA/secrets" "$COMMONPLACE_DATA/before"
                        create_secrets
                        stat -c %a "$COMMONPLACE_DATA/secrets"
                        diff "$COMMONPLACE_DATA/before" "$COMMONPLACE_DATA/secrets" | cut -c 1-9 || true
                        """, Path.of("."));
        assertThat(output.all().lines())
                .contains("600", "> SESSION", "> GRID_KE")
                .noneMatch(line -> line.contains("ADMIN"));
        assertThat(output.all().lines()).noneMatch(line -> line.startsWith("<"));
    }

    /** Where shellcheck is installed: it is Debian's, and no part of what the tests install. */
    @Test
    void shellcheckFindsNothing() throws Exception {
        Path shellcheck = Path.of("/usr/bin/shellcheck");
        assumeThat(shellcheck).exists();
        List<String> command = new ArrayList<>(List.of(shellcheck.toString(), "--external-sources"));
        try (Stream<Path> files = Files.walk(Path.of("."))) {
            files.filter(ScriptsTest::isScript).map(Path::toString).forEach(command::add);
        }
        assertThat(command).contains("./commonplace", "./database/watch", "./src/test/sh/test");
        assertThat(new Shell(Map.of("PATH", System.getenv("PATH")))
                        .run(command, Path.of("."))
                        .all())
                .isEmpty();
    }

    private static boolean isScript(Path file) {
        if (!Files.isRegularFile(file)
                || file.startsWith("./target")
                || file.startsWith("./artemis/target")
                || file.startsWith("./var")
                || file.startsWith("./.git")) {
            return false;
        }
        try (InputStream text = Files.newInputStream(file)) {
            String begin = new String(text.readNBytes(2000), StandardCharsets.UTF_8);
            return begin.startsWith("#!/bin/bash") || begin.lines().anyMatch("# shellcheck shell=bash"::equals);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> functionsOf(List<Path> scripts) throws IOException {
        Map<String, Path> known = new TreeMap<>();
        for (Path file : scripts) {
            for (Matcher name = FUNCTION.matcher(Files.readString(file)); name.find(); ) {
                assertThat(known.put(name.group(1), file)).as(name.group(1)).isNull();
            }
        }
        return known.keySet();
    }
}
