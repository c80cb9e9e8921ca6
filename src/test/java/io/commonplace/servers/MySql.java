package io.commonplace.servers;

import java.util.List;
import java.util.stream.Stream;

/** MySQL, whose versions have different commands for replication. */
abstract sealed class MySql extends Product permits MySql80, NewestMySql {
    /** The server's program, with the location of its files. */
    abstract List<String> server();

    /** Options of a replica; later versions have renamed them. */
    abstract List<String> replicaOptions();

    abstract String stopReplica();

    abstract String startReplica();

    abstract String forgetPrimary();

    abstract String followPrimary(int port);

    @Override
    final List<String> create(Server server) {
        return both(
                server(),
                List.of(
                        "--initialize-insecure",
                        "--datadir=" + server.data(),
                        "--tmpdir=" + server.folder(),
                        "--user=" + Server.USER));
    }

    /** The settings of server.cnf that are not MySQL's defaults. */
    @Override
    final List<String> start(Server server) {
        return both(both(server(), options(server)), replicaOptions());
    }

    private static List<String> options(Server server) {
        return List.of(
                "--datadir=" + server.data(),
                "--tmpdir=" + server.folder(),
                "--socket=" + server.folder().resolve("socket"),
                "--pid-file=" + server.folder().resolve("pid"),
                "--port=" + server.port(),
                "--bind-address=127.0.0.1",
                "--mysqlx=OFF",
                "--secure-file-priv=NULL",
                "--skip-name-resolve",
                "--server-id=" + server.id(),
                "--user=" + Server.USER,
                "--init-file=" + initFile(server),
                "--default-time-zone=+00:00",
                "--sql-mode=STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ZERO_DATE,NO_ZERO_IN_DATE,"
                        + "NO_ENGINE_SUBSTITUTION",
                "--transaction-isolation=READ-COMMITTED",
                "--max-allowed-packet=64M",
                "--innodb-lock-wait-timeout=10",
                "--innodb-buffer-pool-size=64M",
                "--performance-schema=OFF",
                "--log-bin=binlog",
                "--gtid-mode=ON",
                "--enforce-gtid-consistency=ON");
    }

    @Override
    final List<String> accounts() {
        return List.of(
                "create database if not exists commonplace",
                "create user if not exists app@'127.0.0.1' identified by 'app'",
                "grant select, insert, update, delete on commonplace.* to app@'127.0.0.1'",
                "grant replication client on *.* to app@'127.0.0.1'",
                "create user if not exists repl@'127.0.0.1' identified by 'repl'",
                "grant replication slave on *.* to repl@'127.0.0.1'");
    }

    @Override
    final List<String> follow(Server primary, boolean before) {
        return List.of(stopReplica(), followPrimary(primary.port()), startReplica(), "set global super_read_only = 1");
    }

    @Override
    final List<String> lead() {
        return List.of(stopReplica(), forgetPrimary(), "set global super_read_only = 0", "set global read_only = 0");
    }

    @Override
    final List<String> stopApplying() {
        return List.of(stopReplica() + " sql_thread");
    }

    @Override
    final List<String> resumeApplying() {
        return List.of(startReplica() + " sql_thread");
    }

    @Override
    final String positionQuery() {
        return "select @@global.gtid_executed";
    }

    private static List<String> both(List<String> some, List<String> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }
}
