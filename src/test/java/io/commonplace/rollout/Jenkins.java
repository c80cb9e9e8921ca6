package io.commonplace.rollout;

import groovy.lang.Binding;
import groovy.lang.GroovyShell;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.codehaus.groovy.control.CompilerConfiguration;

/** Runs a declarative Jenkinsfile without Jenkins, as far as possible. */
final class Jenkins {
    private final Machines machines;
    private final Globals globals = new Globals();
    private boolean approves = true;
    private boolean failedBefore;

    Jenkins(Machines machines, String branch) {
        this.machines = machines;
        globals.environment().put("BRANCH_NAME", branch);
        globals.environment().put("BUILD_URL", "https://jenkins.example.com/job/commonplace/1/");
        globals.environment().put("COMMONPLACE_MAIL_TO", "team@example.com");
    }

    Jenkins nobodyApproves() {
        approves = false;
        return this;
    }

    Jenkins failedBefore() {
        failedBefore = true;
        return this;
    }

    Jenkins with(String parameter, Object value) {
        Map<String, Object> values = new HashMap<>();
        values.put(parameter, value);
        globals.give(values);
        return this;
    }

    Build run(String jenkinsfile) {
        CompilerConfiguration configuration = new CompilerConfiguration();
        configuration.setScriptBaseClass(JenkinsfileScript.class.getName());
        JenkinsfileScript script =
                (JenkinsfileScript) new GroovyShell(Jenkins.class.getClassLoader(), new Binding(), configuration)
                        .parse(jenkinsfile, "Jenkinsfile");
        Build build = new Build();
        Steps steps = new Steps(this, script, globals, build);
        script.use(new Block("the file", globals.names(), call -> {
            if (!call.word().equals("pipeline")) {
                return steps.step(call);
            }
            build.ended(new Run(this, globals, steps, build).run(Stage.pipeline(call.body(), globals)));
            return null;
        }));
        script.run();
        return build;
    }

    Map<String, String> machineEnvironment() {
        return machines.environment();
    }

    Workspace repository() {
        return machines.repository();
    }

    Path newFolder(String purpose) {
        try {
            return Files.createTempDirectory(machines.folder(), purpose);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean approves() {
        return approves;
    }

    boolean hasFailedBefore() {
        return failedBefore;
    }
}
