package io.commonplace.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The files that the load balancer's scripts generate, and the role check's packets to a database. */
class BalancerTest {
    private static final String BEGIN = """
            #!/bin/bash
            set -euo pipefail
            . load-balancer/server-list.sh
            . load-balancer/role-check.sh
            """;

    @TempDir
    private Path folder;

    /** Recorded between a client and MariaDB 11.4. */
    @Test
    void theRoleCheckUsesTheDatabasesProtocol() throws Exception {
        assertThat(run("""
                export_role_check mariadb
                printf '%s\\n' "$ROLE_CHECK_LOGIN" "$ROLE_CHECK_QUESTION" "$ROLE_CHECK_GOODBYE" "$ROLE_CHECK_WRITABLE"
                """).out().lines())
                .containsExactly(
                        "2800000101820000000000012100000000000000000000000000000000000000000000006865616c74680000",
                        "130000000353454c454354204040726561645f6f6e6c79",
                        "0100000001",
                        "020000040130");
    }

    /** Tried with MySQL 9.7: GroupIT does it. A member's question waits for the majority. */
    @Test
    void theRoleCheckOfAGroupNamesThePluginAndWaitsForTheMajority() throws Exception {
        String output = run("""
                export_role_check mysql-group
                printf '%s\\n' "$ROLE_CHECK_LOGIN" "$ROLE_CHECK_BEFORE" "$ROLE_CHECK_QUESTION" "$ROLE_CHECK_WRITABLE"
                """).out();
        assertThat(output.lines().map(BalancerTest::text))
                .containsExactly(
                        "health..caching_sha2_password.",
                        "SET SESSION group_replication_consistency='BEFORE'",
                        "SELECT IFNULL(SUM(member_id=@@server_uuid AND member_role='PRIMARY' AND"
                                + " member_state='ONLINE'),0) AND SUM(member_state<>'UNREACHABLE')*2>COUNT(*)"
                                + " AND NOT @@super_read_only FROM performance_schema.replication_group_members"
                                + " JOIN role_check.one_row",
                        "1");
        // Three bytes with the length, one with the packet's number, and the packet.
        assertThat(output.lines())
                .allSatisfy(packet -> assertThat(Integer.parseInt(packet.substring(2, 4) + packet.substring(0, 2), 16))
                        .isEqualTo(packet.length() / 2 - 4));
    }

    /** The words at the end of a packet; a dot for a zero byte. */
    private static String text(String packet) {
        byte[] bytes = HexFormat.of().parseHex(packet);
        String all = new String(bytes, 5, bytes.length - 5, StandardCharsets.ISO_8859_1);
        return all.replaceFirst("^.*\\x00{23}", "").replace('\0', '.');
    }

    @Test
    void aListHasALineForEachServer() throws Exception {
        assertThat(run("""
                printf 'backend b\\n    server database-@ @address\\n' | fill_server_list database-1=10.0.0.1:8121 database-3=10.0.0.2:8123
                """).out()).isEqualTo("""
                backend b
                    server database-1 10.0.0.1:8121
                    server database-3 10.0.0.2:8123
                """);
    }

    /** Runs only where HAProxy is installed. */
    @ParameterizedTest
    @ValueSource(strings = {"mariadb", "mysql-group"})
    void haproxyAcceptsTheGeneratedFiles(String engine) throws Exception {
        assumeThat(Path.of("/usr/sbin/haproxy")).exists();
        Shell.Output output = run("ENGINE=" + engine + '\n' + """
                export_role_check "$ENGINE"
                fill_server_list database-{1..4}=127.0.0.1:8121 <load-balancer/databases.cfg >"$COMMONPLACE_DATA/databases.cfg"
                fill_server_list clone-{1..3}=127.0.0.1:8091 <load-balancer/clones.cfg >"$COMMONPLACE_DATA/clones.cfg"
                export COMMONPLACE_HOME=$PWD COMMONPLACE_BIND=127.0.0.1 COMMONPLACE_PORT=8080 DB_RW_ADDRESS=127.0.0.1:8081
                /usr/sbin/haproxy -q -c -f load-balancer/haproxy.cfg -f "$COMMONPLACE_DATA/databases.cfg" -f "$COMMONPLACE_DATA/clones.cfg"
                """);
        assertThat(output.status()).as(output.all()).isZero();
    }

    private Shell.Output run(String script) throws Exception {
        return new Shell(Map.of("PATH", System.getenv("PATH"), "COMMONPLACE_DATA", folder.toString()))
                .script(BEGIN + script, Path.of("."));
    }
}
