package io.commonplace.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A part whose supervisor has died, and the process that the next supervisor starts for it. */
class OrphansTest {
    private static final String BEGIN = """
            #!/bin/bash
            set -euo pipefail
            . cluster/orphans.sh
            COMMONPLACE_PART="$COMMONPLACE_DATA broker" sleep 60 &
            orphan=$!
            # Until it is what it is to be, and not yet a copy of this one.
            for _ in {1..50}; do ! is_process_of broker $orphan || break; sleep 0.1; done
            echo $orphan >"$COMMONPLACE_DATA/run/broker.pid"
            bash -c 'set -euo pipefail; . cluster/orphans.sh; wait_for_orphan broker
              echo "starts${left_pid:+ beside the one that runs}"' >"$COMMONPLACE_DATA/said" &
            successor=$!
            for _ in {1..50}; do [ ! -s "$COMMONPLACE_DATA/said" ] || break; sleep 0.1; done
            """;

    private static final String END = """
            wait $successor
            tail -n +2 "$COMMONPLACE_DATA/said"
            is_process_alive $orphan && echo 'the orphan runs' || echo 'the orphan has ended'
            kill -9 $orphan 2>/dev/null || true
            """;

    @TempDir
    private Path data;

    @BeforeEach
    void makeFolders() throws IOException {
        Files.createDirectories(data.resolve("run"));
    }

    @Test
    void theSuccessorStartsAfterTheOrphanHasEnded() throws Exception {
        assertThat(run("""
                kill -0 $successor && wc -l <"$COMMONPLACE_DATA/said"
                kill $orphan
                """)).isEqualTo("1\nstarts\nthe orphan has ended\n");
    }

    @Test
    void stoppingTheSuccessorStopsTheOrphan() throws Exception {
        assertThat(run("sleep 0.3; kill $successor")).isEqualTo("the orphan has ended\n");
    }

    @Test
    void aBalancersSuccessorMayStartBesideTheOrphan() throws Exception {
        assertThat(run("sleep 0.3; kill -USR1 $successor"))
                .isEqualTo("starts beside the one that runs\nthe orphan runs\n");
    }

    @Test
    void anotherProcessWithTheSamePidIsNoOrphan() throws Exception {
        assertThat(run("""
                kill $orphan
                wait $successor
                sleep 60 &
                other=$!
                echo $other >"$COMMONPLACE_DATA/run/broker.pid"
                wait_for_orphan broker && echo free
                kill -9 $other
                """)).startsWith("free\n");
    }

    /** Runs a real supervisor, where it is installed, with parts that only sleep. */
    @Tag("thorough")
    @Test
    void theNextSupervisorAdoptsAllPartsAndStopsNone() throws Exception {
        assumeThat(Path.of("/usr/bin/supervisord")).exists();
        assertThat(shell("""
                #!/bin/bash
                set -euo pipefail
                export COMMONPLACE_HOME=$COMMONPLACE_DATA/home
                mkdir -p "$COMMONPLACE_DATA/logs" "$COMMONPLACE_HOME"/{database,artemis,payara-config,load-balancer}
                ln -s "$PWD/cluster" "$COMMONPLACE_HOME/cluster"
                touch "$COMMONPLACE_DATA/secrets"
                for run in database/{run,watch} {artemis,payara-config,load-balancer}/run; do
                  printf '#!/bin/bash\\n. "$COMMONPLACE_HOME/cluster/part.sh"\\nexec sleep 600\\n' >"$COMMONPLACE_HOME/$run"
                  chmod +x "$COMMONPLACE_HOME/$run"
                done
                for library in messages settings supervisor orphans down driver/supervisor; do . "cluster/$library.sh"; done
                all_run() { for _ in {1..100}; do [ "$(supervisor_states | grep -c RUNNING)" != 7 ] || return 0; sleep 0.2; done; return 1; }
                pids() { for part in $(part_names); do pid_of "$part"; done | paste -sd ' ' -; }
                ended() { for _ in {1..100}; do is_process_alive "$1" || return 0; sleep 0.1; done; return 1; }
                load_settings
                write_supervisor_conf
                supervisor_start && all_run
                before=$(pids)
                kill -9 "$(pid_of supervisor)" && ended "$(pid_of supervisor)"
                echo "left: $(list_orphans | paste -sd ' ' -)"
                supervisor_start 2>/dev/null && all_run
                [ "$(pids)" = "$before" ] && echo 'all run on'
                crashed=$(pid_of clone-1)
                kill -9 "$crashed" && ended "$crashed"
                for _ in {1..100}; do [ "$(pid_of clone-1)" = "$crashed" ] || break; sleep 0.1; done
                is_process_alive "$(pid_of clone-1)" && [ "$(pid_of clone-1)" != "$crashed" ] && echo 'clone-1 is back'
                stopped=$(pid_of broker)
                driver_stop broker && ended "$stopped" && supervisor_states broker
                supervisor_ctl shutdown >/dev/null
                kill_remaining_processes
                """)).isEqualTo("""
                left: database-1 database-2 watcher broker balancer clone-1 clone-2
                all run on
                clone-1 is back
                broker STOPPED\s
                """);
    }

    private String run(String script) throws Exception {
        return shell(BEGIN + script + "\n" + END);
    }

    private String shell(String script) throws Exception {
        return new Shell(Map.of("PATH", System.getenv("PATH"), "COMMONPLACE_DATA", data.toString()))
                .script(script, Path.of("."))
                .out();
    }
}
