package io.commonplace.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** After {@code kill -9} of a command or a watcher no process stays, and the next command can run. */
class KilledCommandTest {
    /** {@code gone PID}: whether the process ends within ten seconds. */
    private static final String BEGIN = """
            #!/bin/bash
            set -euo pipefail
            gone() { for _ in {1..100}; do kill -0 "$1" 2>/dev/null || return 0; sleep 0.1; done; return 1; }
            until_there() { for _ in {1..100}; do [ -s "$1" ] && return; sleep 0.1; done; return 1; }
            now() { bash -c 'set -euo pipefail; . cluster/messages.sh; . cluster/lock.sh; command=down; lock_cluster; echo "at work"'; }
            """;

    /** A running command with a child process that would survive it. */
    private static final String ROLL = """
            bash -c '. cluster/messages.sh; . cluster/lock.sh; command=roll; lock_cluster
              (while sleep 0.1; do :; done) &
              echo $! >"$COMMONPLACE_DATA/step"; wait' &
            roll=$!
            until_there "$COMMONPLACE_DATA/step"
            step=$(cat "$COMMONPLACE_DATA/step")
            """;

    @TempDir
    private Path data;

    @BeforeEach
    void makeFolders() throws IOException {
        Files.createDirectories(data.resolve("run"));
    }

    @Test
    void aRunningCommandIsReported() throws Exception {
        Shell.Output output = run(ROLL + """
                now || true
                kill -9 $step $roll
                """);
        assertThat(output.all())
                .containsPattern("another command is running on \\S+: roll \\(pid \\d+, for \\d+ s\\)")
                .doesNotContain("at work\n");
    }

    @Test
    void theChildrenOfAKilledCommandAreEndedAndItsLockIsTakenOver() throws Exception {
        Shell.Output output = run(ROLL + """
                kill -9 $roll
                wait $roll 2>/dev/null || true
                now
                gone $step && echo 'nothing is left'
                """);
        assertThat(output.out()).isEqualTo("at work\nnothing is left\n");
        assertThat(output.all()).containsPattern("roll \\(pid \\d+\\) was killed");
    }

    @Test
    void aFreeLockIsTaken() throws Exception {
        assertThat(run("now; now; cut -d ' ' -f 3 <$COMMONPLACE_DATA/run/lock").all())
                .isEqualTo("at work\nat work\ndown\n");
    }

    @Test
    void theDatabaseSessionsOfAKilledWatcherEnd() throws Exception {
        Shell.Output output = run(client("exec cat") + """
                bash -c '. database/servers.sh; . database/sessions.sh
                  open_session database-1; open_session database-2
                  echo "${session_pid[*]}" >"$COMMONPLACE_DATA/clients"; wait' &
                watcher=$!
                until_there "$COMMONPLACE_DATA/clients"
                kill -9 $watcher
                for client in $(cat "$COMMONPLACE_DATA/clients"); do gone "$client" && echo gone || kill -9 "$client"; done
                """);
        assertThat(output.out()).isEqualTo("gone\ngone\n");
    }

    @Test
    void aQueryEndsWithItsCaller() throws Exception {
        Shell.Output output = run(client("echo $$ >\"$COMMONPLACE_DATA/client\"; exec sleep 30") + """
                bash -c '. database/servers.sh; sql database-1 <<<"SELECT 1"; :' &
                asking=$!
                until_there "$COMMONPLACE_DATA/client"
                kill -9 $asking
                gone "$(cat "$COMMONPLACE_DATA/client")" && echo gone
                """);
        assertThat(output.out()).isEqualTo("gone\n");
    }

    @Test
    void downEndsRemainingProcessesOfThisClusterOnly() throws Exception {
        Shell.Output output = run("""
                COMMONPLACE_PART="$COMMONPLACE_DATA watcher" sleep 60 &
                left=$!
                COMMONPLACE_PART="$COMMONPLACE_DATA-other watcher" sleep 60 &
                other=$!
                . cluster/down.sh
                kill_remaining_processes
                gone $left && kill -0 $other && echo 'only those of this cluster'
                kill -9 $other
                """);
        assertThat(output.out()).isEqualTo("only those of this cluster\n");
    }

    /** A stand-in for the database's client. */
    private static String client(String does) {
        return """
                mkdir -p "$COMMONPLACE_DATA/servers/mariadb/bin"
                printf '#!/bin/bash\\n%s\\n' '__DOES__' >"$COMMONPLACE_DATA/servers/mariadb/bin/mariadb"
                chmod +x "$COMMONPLACE_DATA/servers/mariadb/bin/mariadb"
                """.replace("__DOES__", does);
    }

    private Shell.Output run(String script) throws Exception {
        return new Shell(Map.of("PATH", System.getenv("PATH"), "COMMONPLACE_DATA", data.toString()))
                .script(BEGIN + script, Path.of("."));
    }
}
