package io.commonplace.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All stages of the project's Jenkinsfile. */
class JenkinsfileTest {
    @TempDir
    private Path folder;

    private Machines machines;
    private Machines.Machine staging;
    private Machines.Machine first;
    private Machines.Machine second;

    @BeforeEach
    void threeMachines() throws IOException {
        machines = new Machines(folder);
        staging = machines.add("staging", "staging");
        first = machines.add("production", "kb1");
        second = machines.add("production", "kb2");
    }

    @AfterEach
    void closeSites() {
        machines.close();
    }

    @Test
    void aChangeOnMainIsRolledToStagingAndThenToProduction() throws IOException {
        Build build = onBranch("main");
        assertThat(build.result()).as(build.log()).isEqualTo(Result.SUCCESS);
        assertThat(build.stages())
                .containsExactly(
                        "Build and try",
                        "Check out",
                        "Build",
                        "Static analysis",
                        "Unit tests",
                        "Thorough tests",
                        "Image",
                        "Staging",
                        "Smoke test",
                        "Approval",
                        "Production",
                        "Roll out",
                        "Verify");
        assertThat(List.of(staging.version(), first.version(), second.version()))
                .containsOnly("1.1");
        assertThat(first.commands()).containsExactly("roll incoming/commonplace-1.1.tar.gz", "status");
        assertThat(build.mails())
                .containsExactly(
                        "team@example.com: Commonplace main: 1.1 is on staging",
                        "team@example.com: Commonplace main: 1.1 is in production");
    }

    @Test
    void theImageAndItsBillOfMaterialsAreArchived() {
        Build build = onBranch("main");
        assertThat(build.fingerprinted())
                .containsExactly(
                        Path.of("target/bom.json"),
                        Path.of("target/commonplace-1.1.tar.gz"),
                        Path.of("target/commonplace-1.1.tar.gz.sha256"));
        assertThat(build.archived()).contains(Path.of("target/warnings.txt"));
        assertThat(build.reports())
                .containsExactly(
                        Path.of("target/surefire-reports/TEST-Some.xml"),
                        Path.of("target/failsafe-reports/TEST-Some.xml"));
        assertThat(build.asked()).containsExactly("Roll 1.1 out to production (inventory/production)?");
    }

    @Tag("thorough")
    @Test
    void eachEnvironmentHasItsOwnSshKey() throws IOException {
        onBranch("main");
        assertThat(machines.calls())
                .filteredOn(call -> call.startsWith("ssh "))
                .isNotEmpty()
                .allSatisfy(call -> assertThat(call)
                        .contains("-o BatchMode=yes", "-o ConnectTimeout=", "-o ServerAliveInterval=")
                        .contains(
                                call.contains("@staging ")
                                        ? "with commonplace-staging"
                                        : "with commonplace-production"));
    }

    @Test
    void productionIsNotTouchedWhenStagingFails() throws IOException {
        staging.write("refuses", "");
        Build build = onBranch("main");
        assertThat(build.result()).isEqualTo(Result.FAILURE);
        assertThat(build.stages()).endsWith("Staging");
        assertUntouched(first, second);
        assertThat(build.mails()).containsExactly("team@example.com: Commonplace main: the build failed");
    }

    @Tag("thorough")
    @Test
    void stagingIsRolledBackIfItRunsAnotherVersion() throws IOException {
        staging.write("second-clone", "0.9");
        Build build = onBranch("main");
        assertThat(build.result()).isEqualTo(Result.FAILURE);
        assertThat(staging.commands()).endsWith("status", "roll --back");
        assertThat(staging.version()).isEqualTo("1.0");
        assertUntouched(first, second);
    }

    @Tag("thorough")
    @Test
    void theFirstHostIsRolledBackIfTheSecondFails() throws IOException {
        second.write("refuses", "");
        Build build = onBranch("main");
        assertThat(build.result()).isEqualTo(Result.FAILURE);
        assertThat(build.stages()).endsWith("Roll out");
        assertThat(first.commands()).containsExactly("roll incoming/commonplace-1.1.tar.gz", "roll --back");
        assertThat(List.of(first.version(), second.version())).containsOnly("1.0");
        assertThat(build.mails()).endsWith("team@example.com: Commonplace main: the build failed");
    }

    @Test
    void allHostsAreRolledBackIfTheVerificationFails() throws IOException {
        second.write("ill", "");
        Build build = onBranch("main");
        assertThat(build.result()).isEqualTo(Result.FAILURE);
        assertThat(build.stages()).endsWith("Verify");
        assertThat(List.of(first.version(), second.version())).containsOnly("1.0");
    }

    @Test
    void anotherBranchNeedsNoApprovalAndRunsNoThoroughTests() throws IOException {
        Build build = onBranch("idea");
        assertThat(build.result()).as(build.log()).isEqualTo(Result.SUCCESS);
        assertThat(build.stages()).containsSequence("Unit tests", "Integration tests", "Image");
        assertThat(build.stages()).doesNotContain("Thorough tests").endsWith("Image");
        assertThat(build.asked()).isEmpty();
        assertUntouched(staging, first, second);
    }

    @Tag("thorough")
    @Test
    void withoutApprovalProductionIsNotChanged() throws IOException {
        Build build = new Jenkins(machines, "main").nobodyApproves().run(jenkinsfile());
        assertThat(build.result()).isEqualTo(Result.ABORTED);
        assertThat(build.stages()).endsWith("Approval");
        assertThat(staging.version()).isEqualTo("1.1");
        assertUntouched(first, second);
    }

    @Tag("thorough")
    @Test
    void approvalInAdvanceSkipsTheQuestionAndAllowsAnotherInventory() throws IOException {
        Machines.Machine other = machines.add("others", "other");
        Build build = new Jenkins(machines, "main")
                .nobodyApproves()
                .with("APPROVED", true)
                .with("INVENTORY", "inventory/others")
                .run(jenkinsfile());
        assertThat(build.result()).as(build.log()).isEqualTo(Result.SUCCESS);
        assertThat(other.version()).isEqualTo("1.1");
        assertUntouched(first, second);
    }

    @Test
    void aParameterCannotBecomeACommand() throws IOException {
        Build build = new Jenkins(machines, "main")
                .with("INVENTORY", "x\"; touch \"$HOME/caught\"; \"$(touch $HOME/caught)")
                .run(jenkinsfile());
        assertThat(build.result()).isEqualTo(Result.FAILURE);
        assertThat(build.log()).contains("can't read the inventory x\"; touch");
        assertThat(folder.resolve("caught")).doesNotExist();
    }

    @Test
    void aFailingTestEndsTheBuildAndItsReportIsPublished() throws IOException {
        Files.createFile(folder.resolve("unit-tests-fail"));
        Build build = onBranch("idea");
        assertThat(build.result()).isEqualTo(Result.FAILURE);
        assertThat(build.stages()).endsWith("Unit tests");
        assertThat(build.reports()).containsExactly(Path.of("target/surefire-reports/TEST-Some.xml"));
        assertThat(build.mails()).containsExactly("team@example.com: Commonplace idea: the build failed");
    }

    @Tag("thorough")
    @Test
    void theFirstSuccessAfterAFailureIsMailed() throws IOException {
        Build build = new Jenkins(machines, "idea").failedBefore().run(jenkinsfile());
        assertThat(build.mails()).containsExactly("team@example.com: Commonplace idea: the build works again");
    }

    private Build onBranch(String branch) {
        return new Jenkins(machines, branch).run(jenkinsfile());
    }

    private static String jenkinsfile() {
        try {
            return Files.readString(Path.of("Jenkinsfile"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void assertUntouched(Machines.Machine... machines) throws IOException {
        for (Machines.Machine machine : machines) {
            assertThat(machine.commands()).as(machine.name()).isEmpty();
        }
    }
}
