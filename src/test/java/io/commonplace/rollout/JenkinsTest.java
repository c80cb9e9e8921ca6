package io.commonplace.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks that a typing error in the Jenkinsfile is found. */
class JenkinsTest {
    @TempDir
    private Path folder;

    private Machines machines;

    @BeforeEach
    void noMachines() throws IOException {
        machines = new Machines(folder);
    }

    @AfterEach
    void closeSites() {
        machines.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "agent any; stages { stage('A') { steps { ech 'x' } } }",
                "agent any; stages { stage('A') { steps { echo message: 'x', to: 'y' } } }",
                "agent any; stages { stage('A') { steps { options { timeout(time: 1, unit: 'HOURS') } } } }",
                "agent any; stages { stage('A') { options { timeout(time: 1, unit: 'HOUR') }; steps { echo 'x' } } }",
                "agent any; stages { stage('A') { options { disableConcurrentBuilds() }; steps { echo 'x' } } }",
                "agent any; options { disableConcurentBuilds() }; stages { stage('A') { steps { echo 'x' } } }",
                "agent any; stages { stage('A') { when { branche 'main' }; steps { echo 'x' } } }",
                "agent any; stages { stage('A') { steps { echo 'x' }; post { sucess { echo 'x' } } } }",
                "agent any; stages { stage('A') { steps { echo params.NOWHERE } } }",
                "agent any; stages { stage('A') { steps { echo NOWHERE } } }",
                "agent any; stages { stage('A') { } }",
                "agent any; stages { stage('A') { steps { sh 'true' }; stages { stage('B') { steps { sh 'true' } } } } }",
                "agent any; stages { stage('A') { steps { archiveArtifacts artefacts: 'x' } } }",
                "agent any; stages { stage('A') { steps { input message: 'It waits with an agent' } } }",
                "agent none; stages { stage('A') { steps { sh 'true' } } }",
                "agent nowhere; stages { stage('A') { steps { sh 'true' } } }",
                "agent any; stages { stage('A') { steps { unstash 'nothing' } } }"
            })
    void anUnknownStepIsRefused(String pipeline) {
        assertThatThrownBy(() -> run(pipeline)).isInstanceOf(BadJenkinsfile.class);
    }

    @Test
    void aScriptEndsAtItsFirstError() {
        Build build = run("agent any; stages { stage('A') { steps { sh 'false; touch later' } } }");
        assertThat(build.result()).isEqualTo(Result.FAILURE);
    }

    @Test
    void aMissingArtifactFailsTheBuild() {
        Build build = run("agent any; stages { stage('A') { steps { archiveArtifacts artifacts: 'no.such' } } }");
        assertThat(build.result()).isEqualTo(Result.FAILURE);
    }

    @Test
    void anAgentStartsWithAnEmptyWorkspace() {
        Build build = run("agent none; stages {"
                + "stage('A') { agent any; steps { sh 'touch mine' } };"
                + "stage('B') { agent any; steps { sh 'test ! -e mine' } } }");
        assertThat(build.result()).as(build.log()).isEqualTo(Result.SUCCESS);
    }

    private Build run(String pipeline) {
        return new Jenkins(machines, "main").run("pipeline {" + pipeline + "}");
    }
}
