package io.commonplace.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A separate cluster on a small disk, which only root can create; another process fills it. */
@Tag("thorough")
class DiskFullIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final long LEFT = 300L << 20;

    /** The clone's port, from the first one on; see cluster/settings.sh. */
    private static final int FIRST_CLONE = 11;

    @TempDir
    private Path folder;

    @BeforeEach
    void makeDisk() {
        assumeThat(System.getProperty("user.name")).isEqualTo("root");
        must("mount", "-t", "tmpfs", "-o", "size=3g", "tmpfs", folder.toString());
    }

    @AfterEach
    void removeDisk() {
        Command.runAt(data(), "down", "--wipe", "--yes");
        must("umount", folder.toString());
    }

    @Test
    void theSiteIsReadOnlyUntilThereIsSpaceAgain() throws IOException {
        int port = SecureCluster.freePorts();
        Command.mustRunAt(data(), "up", "--port", Integer.toString(port), "--clones", "1");
        Path archive = Files.write(folder.resolve("pages.zip"), Zip.ofPages(20).bytes());
        assertThat(imports(archive, "before")).isTrue();

        Path others = folder.resolve("others");
        must("fallocate", "-l", Long.toString(Files.getFileStore(folder).getUsableSpace() - LEFT), others.toString());
        // An import that was accepted just before waits until there is space, and so would this test.
        await("nothing is saved").atMost(SOON).until(() -> isReadOnly(port));
        assertThat(imports(archive, "full")).isFalse();
        assertThat(Command.runAt(data(), "status").output()).contains("nothing can be saved until there is room");

        // What a restart of the machine would do.
        Command.mustRunAt(data(), "down");
        Command.mustRunAt(data(), "up");
        await("still nothing is saved").atMost(SOON).until(() -> isReadOnly(port));
        assertThat(imports(archive, "again")).isFalse();

        Files.delete(others);
        await("everything is saved").atMost(SOON).until(() -> imports(archive, "after"));
        assertThat(Command.runAt(data(), "status").result()).isZero();
    }

    /** As clone-1 sees it. */
    private static boolean isReadOnly(int port) {
        return Metrics.at("http://127.0.0.1:" + (port + FIRST_CLONE)).value("read_only{reason=\"disk-full\"}") == 1;
    }

    private boolean imports(Path archive, String space) {
        return Command.runAt(data(), "import", archive.toString(), "--space", space, "--name", space)
                        .result()
                == 0;
    }

    private Path data() {
        return folder.resolve("data");
    }

    private static void must(String... words) {
        Command command = Command.execute(List.of(words), Map.of());
        assertThat(command.result()).as(command.output()).isZero();
    }
}
