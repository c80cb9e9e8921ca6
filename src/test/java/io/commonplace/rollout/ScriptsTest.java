package io.commonplace.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What scripts do that no other test of them runs, and what shellcheck finds in all of them. */
class ScriptsTest {
    static final Path SHELLCHECK = Path.of("/usr/bin/shellcheck");

    /** As an interrupted promotion lets the old primary write again: not because its helper is ended. */
    @Test
    void aHelperThatIsEndedBeforeItBeginsUndoesNothing() throws Exception {
        Shell.Output output = new Shell(Map.of("PATH", System.getenv("PATH"))).script("""
                        #!/bin/bash
                        set -euo pipefail
                        . cluster/messages.sh
                        trap 'echo "undone by $BASHPID, the command is $$"' EXIT
                        helper() { while sleep 0.1; do :; done; }
                        for _ in {1..100}; do helper & kill_helper $!; done
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
                        . cluster/messages.sh
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

    /** Where it is installed, as {@code ./commonplace test} does as root. */
    @Test
    void shellcheckFindsNothing() throws Exception {
        assumeThat(SHELLCHECK).exists();
        List<String> files = Script.all().stream().map(Script::toString).toList();
        assertThat(files).contains("commonplace", "database/watch", "src/test/sh/test");
        // One after the other: on a busy machine all of them take longer than Shell waits.
        for (String file : files) {
            assertThat(new Shell(Map.of("PATH", System.getenv("PATH")))
                            .run(List.of(SHELLCHECK.toString(), file), Path.of("."))
                            .all())
                    .isEmpty();
        }
    }
}
