package io.commonplace.attachments.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** With programs that behave worse than the real one. */
class ExtractorProcessTest {
    @TempDir
    private Path folder;

    private Path program;

    @BeforeEach
    void makeFolder() throws IOException {
        program = Files.createDirectory(folder.resolve("program"));
    }

    @Test
    void itKnowsNothingOfTheClone() throws Exception {
        assertThat(System.getenv()).hasSizeGreaterThan(4);
        assertThat(read("env -u PWD -u SHLVL -u _ | sort >$6").text())
                .isEqualTo("LC_ALL=C.UTF-8\nPATH=/usr/bin:/bin\n");
        assertThat(read("ls >$6").text()).isEqualTo("errors\nextracted\nfile\n");
    }

    @ParameterizedTest
    @CsvSource({"3, MEMORY", "10, ENCRYPTED", "11, UNREADABLE", "12, UNSUPPORTED", "152, TIME", "137, CRASH", "1, CRASH"
    })
    void itsStatusSaysWhyItFailed(int status, ExtractionFailure failure) throws Exception {
        assertThat(read("echo text >$6; exit " + status)).isEqualTo(Extraction.failed(failure));
    }

    @Test
    void moreTextThanTheLimitIsNotTaken() throws Exception {
        assertThat(read("head -c 4001 /dev/zero >$6").failure()).isEqualTo(ExtractionFailure.CRASH);
    }

    @Test
    void itIsEndedWithAllThatItHasStarted() throws Exception {
        Path pid = folder.resolve("pid");
        assertThat(read("sleep 600 & echo $! >" + pid + "; cat /dev/zero >/dev/null")
                        .failure())
                .isEqualTo(ExtractionFailure.TIME);
        await().until(() -> !isRunning(Files.readString(pid).strip()));
    }

    /** A process that has ended stays in the list until its new parent has looked. */
    private static boolean isRunning(String pid) throws IOException {
        Path state = Path.of("/proc", pid, "stat");
        return Files.exists(state) && !Files.readString(state).contains(") Z ");
    }

    private Extraction read(String script) throws IOException, InterruptedException {
        Path run = Files.writeString(program.resolve("run"), "#!/bin/bash\n" + script + "\n");
        Files.setPosixFilePermissions(run, PosixFilePermissions.fromString("rwx------"));
        Path own = Files.createTempDirectory(folder, "own");
        Path file = Files.writeString(own.resolve("file"), "content");
        return new ExtractorProcess(program, new ExtractionLimits(64, 2, 1_000)).read(file);
    }
}
