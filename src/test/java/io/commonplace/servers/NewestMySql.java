package io.commonplace.servers;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The MySQL that src/test/sh/newest-mysql has fetched, if it could. It runs with the libraries of its package. */
final class NewestMySql extends MySql {
    boolean isThere() {
        return Files.exists(program());
    }

    @Override
    String name() {
        return "newest-mysql";
    }

    /** The script unpacks it. */
    @Override
    void unpack(Path to) {
        throw new IllegalStateException("src/test/sh/newest-mysql unpacks it");
    }

    @Override
    List<String> server() {
        Path libraries = files().resolve("lib/x86_64-linux-gnu");
        return List.of(
                libraries.resolve("ld-linux-x86-64.so.2").toString(),
                "--library-path",
                libraries.toString(),
                program().toString(),
                "--no-defaults",
                "--basedir=" + files());
    }

    @Override
    List<String> replicaOptions() {
        return List.of("--replica-preserve-commit-order=ON", "--replica-parallel-workers=2");
    }

    @Override
    String stopReplica() {
        return "stop replica";
    }

    @Override
    String startReplica() {
        return "start replica";
    }

    @Override
    String forgetPrimary() {
        return "reset replica all";
    }

    @Override
    String followPrimary(int port) {
        return "change replication source to source_host = '127.0.0.1', source_port = " + port
                + ", source_user = 'repl', source_password = 'repl', get_source_public_key = 1,"
                + " source_connect_retry = 1, source_auto_position = 1";
    }

    private Path program() {
        return files().resolve("sbin/mysqld");
    }

    private Path files() {
        return place().resolve("usr");
    }
}
