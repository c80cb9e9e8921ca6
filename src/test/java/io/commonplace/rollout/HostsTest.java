package io.commonplace.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code ./commonplace hosts}, run as on the command line. */
class HostsTest {
    private static final String ROLL = "roll target/commonplace-1.1.tar.gz";

    @TempDir
    private Path folder;

    private Machines machines;
    private Machines.Machine first;
    private Machines.Machine second;

    @BeforeEach
    void twoMachinesAndAnImage() throws IOException {
        machines = new Machines(folder);
        first = machines.add("all", "kb1");
        second = machines.add("all", "kb2");
        write("target/commonplace-1.1.tar.gz", "image 1.1\n");
    }

    @AfterEach
    void closeSites() {
        machines.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-oProxyCommand=id /srv/commonplace https://kb.example.com",
                "kb1;id /srv/commonplace https://kb.example.com",
                "$(id)@kb1 /srv/commonplace https://kb.example.com",
                "-l@kb1 /srv/commonplace https://kb.example.com",
                "kb1:/etc /srv/commonplace https://kb.example.com",
                "kb1 commonplace https://kb.example.com",
                "kb1 /srv/$(id) https://kb.example.com",
                "kb1 /srv/../etc https://kb.example.com",
                "kb1 /srv/`id` https://kb.example.com",
                "kb1 /srv/commonplace file:///etc/passwd",
                "kb1 /srv/commonplace --output=/etc/passwd",
                "kb1 /srv/commonplace https://user:secret@kb.example.com",
                "kb1 /srv/commonplace https://kb.example.com/?q=$(id)",
                "kb1 /srv/commonplace",
                "kb1 /srv/commonplace https://kb.example.com now"
            })
    void aBadInventoryLineIsReportedAndNoHostIsContacted(String line) throws IOException {
        write("inventory/bad", "# hosts\n\n" + line + "\n");
        Shell.Output output = hosts("verify --hosts inventory/bad");
        assertThat(output.status()).isEqualTo(1);
        assertThat(output.all()).startsWith("commonplace: inventory/bad, line 3: ");
        assertThat(machines.calls()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'', hosts what?",
        "roll --hosts inventory/all, hosts roll needs IMAGE",
        "roll a.tar.gz b.tar.gz --hosts inventory/all, does not take",
        "verify, needs --hosts FILE",
        "verify --hosts, needs a value",
        "verify --hosts inventory, can't read the inventory",
        "verify --hosts inventory/none, names no host",
        "verify --hosts inventory/all --version x;id, is not a version",
        "roll no.tar.gz --hosts inventory/all, can't read the image no.tar.gz",
        "roll commonplace --hosts inventory/all, an image is called"
    })
    void missingAndWrongArgumentsAreReported(String words, String answer) throws IOException {
        write("inventory/none", "# nobody yet\n");
        Shell.Output output = hosts(words);
        assertThat(output.status()).isEqualTo(1);
        assertThat(output.all()).startsWith("commonplace: ").contains(answer);
        assertThat(machines.calls()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"staging.sample", "production.sample"})
    void aSampleIsAValidInventory(String sample) throws IOException {
        write("inventory/sample", Files.readString(Path.of("inventory", sample)));
        assertThat(hosts(ROLL + " --hosts inventory/sample").all()).contains("can't be reached; nothing was changed");
    }

    @Test
    void aDuplicateInstallationIsRefused() throws IOException {
        write("inventory/twice", machines.line(first) + "\n" + machines.line(first) + "\n");
        assertThat(hosts("verify --hosts inventory/twice").all()).contains("line 2: this installation is listed twice");
    }

    @Test
    void aTruncatedImageIsNotRolledAndEarlierHostsAreRolledBack() throws IOException {
        second.write("loses-bytes", "");
        Shell.Output output = hosts(ROLL + " --hosts inventory/all");
        assertThat(output.status()).isEqualTo(1);
        assertThat(output.all())
                .contains("commonplace@kb2: the image did not arrive whole")
                .contains("the roll-out failed at commonplace@kb2; the former image is back on: commonplace@kb1");
        assertThat(first.version()).isEqualTo("1.0");
        assertThat(second.commands()).isEmpty();
    }

    @Test
    void anImageWithAWrongChecksumIsNotCopied() throws IOException {
        write("target/commonplace-1.1.tar.gz.sha256", "0".repeat(64) + "  commonplace-1.1.tar.gz\n");
        assertThat(hosts(ROLL + " --hosts inventory/all").all()).contains("does not match the checksum");
        assertThat(machines.calls()).isEmpty();
    }

    @Test
    void anUnreachableHostStopsTheRollOutBeforeAnyChange() throws IOException {
        second.write("unreachable", "");
        Shell.Output output = hosts(ROLL + " --hosts inventory/all");
        assertThat(output.status()).isEqualTo(1);
        assertThat(output.all()).contains("commonplace: nothing was changed on any host");
        assertThat(first.commands()).isEmpty();
    }

    @Test
    void aHostThatDoesNotServeTheNewImageIsRolledBack() throws IOException {
        first.write("deaf-afterwards", "");
        Shell.Output output = hosts(ROLL + " --hosts inventory/all");
        assertThat(output.status()).isEqualTo(1);
        assertThat(output.all()).contains("/kb1/login answers 503");
        assertThat(first.version()).isEqualTo("1.0");
        assertThat(second.commands()).isEmpty();
    }

    @Test
    void aHostThatTimesOutIsReportedAsUnknown() throws IOException {
        second.write("hangs", "");
        Shell.Output output = hosts(ROLL + " --hosts inventory/all", Map.of("COMMONPLACE_ROLL_LIMIT", "1"));
        assertThat(output.status()).isEqualTo(1);
        assertThat(output.all())
                .contains("commonplace@kb2: not done after 1 s")
                .contains("commonplace@kb2: look at it there");
        assertThat(first.version()).isEqualTo("1.0");
        assertThat(second.commands()).hasSize(1);
    }

    @Test
    void anInterruptedRollOutIsRolledBack() throws IOException, InterruptedException {
        second.write("hangs", "");
        Path log = folder.resolve("log");
        ProcessBuilder builder = new ProcessBuilder(command(ROLL + " --hosts inventory/all"))
                .directory(machines.repository().folder().toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(machines.environment());
        Process process = builder.start();
        Awaitility.await().until(() -> !second.commands().isEmpty());
        // Jenkins ends all processes at once.
        Stream.concat(Stream.of(process.toHandle()), process.descendants().toList().stream())
                .forEach(ProcessHandle::destroy);
        assertThat(process.waitFor()).isEqualTo(1);
        assertThat(Files.readString(log))
                .contains("commonplace@kb2: look at it there")
                .contains("the former image is back on: commonplace@kb1");
        assertThat(first.version()).isEqualTo("1.0");
    }

    @Test
    void concurrentRollOutsAreRefused() throws IOException, InterruptedException {
        Process other = new ProcessBuilder(
                        "flock", "--no-fork", first.folder().toString(), "sh", "-c", "echo held && exec sleep 20")
                .start();
        try {
            assertThat(other.inputReader().readLine()).isEqualTo("held");
            Shell.Output output = hosts(ROLL + " --hosts inventory/all");
            assertThat(output.status()).isEqualTo(1);
            assertThat(output.all()).contains("another roll-out to these hosts is running");
            assertThat(first.commands()).isEmpty();
        } finally {
            other.destroy();
            other.waitFor();
        }
        assertThat(hosts(ROLL + " --hosts inventory/all").status()).isZero();
        assertThat(second.version()).isEqualTo("1.1");
        assertThat(second.folder().resolve("incoming")).isEmptyDirectory();
    }

    @Test
    void aRollBackContinuesAfterAFailedHost() throws IOException {
        first.write("former", "0.9");
        first.write("down", "");
        second.write("former", "0.9");
        second.write("down", "");
        Shell.Output output = hosts("back --hosts inventory/all");
        assertThat(output.status()).as(output.all()).isZero();
        assertThat(List.of(first.version(), second.version())).containsOnly("0.9");
        Files.delete(first.folder().resolve("former"));
        second.write("former", "0.8");
        output = hosts("back --hosts inventory/all");
        assertThat(output.status()).isEqualTo(1);
        assertThat(output.all()).contains("the rollback failed on: commonplace@kb1");
        assertThat(second.version()).isEqualTo("0.8");
    }

    @Test
    void allUnexpectedHostsAreReported() throws IOException {
        first.write("second-clone", "1.1");
        second.write("ill", "");
        assertThat(hosts("verify --hosts inventory/all").status()).isZero();
        Shell.Output output = hosts("verify --hosts inventory/all --version 1.0");
        assertThat(output.status()).isEqualTo(1);
        assertThat(output.all())
                .contains("commonplace@kb1: not all clones run 1.0")
                .contains("commonplace@kb2: not all parts are ready")
                .contains("not as expected: commonplace@kb1 commonplace@kb2");
    }

    private void write(String file, String text) throws IOException {
        Path path = machines.repository().folder().resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private Shell.Output hosts(String words) {
        return hosts(words, Map.of());
    }

    private Shell.Output hosts(String words, Map<String, String> more) {
        Map<String, String> environment = new TreeMap<>(machines.environment());
        environment.putAll(more);
        try {
            return new Shell(environment)
                    .run(command(words), machines.repository().folder());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static List<String> command(String words) {
        List<String> command = new ArrayList<>(List.of("./commonplace-itself", "hosts"));
        if (!words.isEmpty()) {
            command.addAll(List.of(words.split(" ")));
        }
        return command;
    }
}
