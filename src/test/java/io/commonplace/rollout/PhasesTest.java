package io.commonplace.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A change of the primary as a table of phases: their order, and what is undone when one fails. */
class PhasesTest {
    private static final String PHASES = """
            #!/bin/bash
            set -euo pipefail
            . cluster/messages.sh
            . database/phases.sh
            begin_it() { echo begin; }
            undo_it() { echo undo; }
            table=('begin_it | -       | begins  | nothing'
                   'change_it | undo_it | changes | nothing'
                   'end_it | -       | ends    | nothing')
            """;

    /** Of two servers that answer; all that a switchover asks of them is printed. */
    private static final String SERVERS = """
            #!/bin/bash
            set -euo pipefail
            . cluster/messages.sh
            . database/phases.sh
            . database/switchover.sh
            inspect_replicas() { :; }
            inspect_database() { return 1; }
            why_unfit() { :; }
            position_of() { echo 0-1-100; }
            wait_for_position() { :; }
            interrupt_lock_waits() { :; }
            sleep() { :; }
            sql() { echo "$1: $(cat)"; }
            close_sessions() { :; }
            mark_in_sync() { echo "in sync: $1"; }
            set_primary() { echo "primary: $1"; }
            primary_sql() { echo 'become primary'; }
            replica_sql() { echo 'become replica'; }
            route_writes() { echo "route: $1"; }
            replica_names() { :; }
            """;

    @Test
    void theyRunInTheOrderOfTheTable() throws Exception {
        assertThat(run(PHASES + """
                change_it() { echo change; }
                end_it() { echo end; }
                run_phases "${table[@]}"
                """).all()).isEqualTo("begin\nchange\nend\n");
    }

    @Test
    void onlyThePhaseThatFailsIsUndone() throws Exception {
        Shell.Output change = run(PHASES + """
                change_it() { die 'no change'; }
                run_phases "${table[@]}"
                """);
        assertThat(change.status()).isEqualTo(1);
        assertThat(change.all()).isEqualTo("begin\nundo\ncommonplace: no change\n");

        Shell.Output end = run(PHASES + """
                change_it() { echo change; }
                end_it() { false; }
                run_phases "${table[@]}"
                """);
        assertThat(end.status()).isEqualTo(1);
        assertThat(end.all()).isEqualTo("begin\nchange\n");
    }

    @Test
    void anInterruptedPhaseIsUndone() throws Exception {
        Shell.Output output = run(PHASES + """
                change_it() { kill -TERM $$; sleep 1; }
                run_phases "${table[@]}"
                """);
        assertThat(output.status()).isNotZero();
        assertThat(output.all()).isEqualTo("begin\nundo\n");
    }

    @Test
    void aReplicaThatDoesNotGetTheLastCommitsLeavesThePrimaryAsItWas() throws Exception {
        Shell.Output output = run(SERVERS + """
                ask_session() { answer=-1; }
                switch_over database-1 database-2
                """);
        assertThat(output.status()).isEqualTo(1);
        assertThat(output.all())
                .contains(
                        "database-2 did not get the last commits within 10 s; nothing was changed, database-1 stays the primary")
                .doesNotContain("primary: ", "in sync: ");
        assertThat(output.out().lines().filter("database-1: SET GLOBAL read_only = 0"::equals))
                .as("after each of three attempts")
                .hasSize(3);
    }

    @Test
    void theOldPrimaryFollowsBeforeWritesAreRouted() throws Exception {
        Shell.Output output = run(SERVERS + """
                ask_session() { answer=0; case $2 in become*) echo "$1: $2" ;; esac; }
                switch_over database-1 database-2
                """);
        assertThat(output.status()).as(output.all()).isZero();
        assertThat(output.out().lines().filter(line -> !line.contains("nobody could write")))
                .containsExactly(
                        "database-2 catches up with database-1",
                        "in sync: database-2",
                        "primary: database-2",
                        "database-2: become primary",
                        "database-1: become replica",
                        "route: database-2");
    }

    private static Shell.Output run(String script) throws Exception {
        return new Shell(Map.of("PATH", System.getenv("PATH"))).script(script, Path.of("."));
    }
}
