package io.commonplace.rollout;

import groovy.lang.Closure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Runs the steps of the Jenkinsfile: shell scripts run, files are copied; mails and questions are recorded. */
final class Steps {
    private final Jenkins jenkins;
    private final JenkinsfileScript script;
    private final Globals globals;
    private final Build build;
    private final Map<String, Workspace> stashes = new HashMap<>();
    private @Nullable Workspace workspace;
    private Map<String, String> environment = Map.of();

    Steps(Jenkins jenkins, JenkinsfileScript script, Globals globals, Build build) {
        this.jenkins = jenkins;
        this.script = script;
        this.globals = globals;
        this.build = build;
    }

    void perform(Closure<?> steps) {
        new Block("steps", globals.names(), this::step).read(steps);
    }

    /** Runs something on an agent (the current one if null) and with additional environment variables. */
    void within(@Nullable Workspace agent, Map<String, ?> more, Runnable what) {
        Workspace agentBefore = workspace;
        Map<String, String> environmentBefore = environment;
        workspace = agent == null ? workspace : agent;
        environment = new TreeMap<>(environment);
        more.forEach((name, value) -> environment.put(name, value.toString()));
        try {
            what.run();
        } finally {
            workspace = agentBefore;
            environment = environmentBefore;
        }
    }

    @Nullable
    Object step(Call call) {
        try {
            return switch (call.word()) {
                case "echo" -> build.say(call.text());
                case "script" -> scriptBlock(call);
                case "sh" -> sh(call);
                case "deleteDir" -> deleteDir(call);
                case "checkout" -> checkout(call);
                case "stash" -> stash(call);
                case "unstash" -> unstash(call);
                case "junit" -> junit(call.takes("testResults", "allowEmptyResults"));
                case "archiveArtifacts" -> archive(call);
                case "mail" -> build.mail(call.takes("to subject body"));
                case "input" -> input(call.takes("message", "ok", "submitter"));
                case "withCredentials" -> withCredentials(call);
                case "sshUserPrivateKey" -> call.takes("credentialsId keyFileVariable");
                default -> function(call);
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private @Nullable Object function(Call call) {
        Object[] arguments = call.values().toArray();
        if (!call.named().isEmpty() || call.block() != null || !script.hasFunction(call.word(), arguments)) {
            throw new BadJenkinsfile("There is no step " + call.word() + " with " + call.named() + call.values());
        }
        return script.callFunction(call.word(), arguments);
    }

    private @Nullable Object scriptBlock(Call call) {
        perform(call.takes("").body());
        return null;
    }

    private @Nullable Object sh(Call call) throws IOException, InterruptedException {
        boolean named = !call.named().isEmpty();
        String text = named ? call.takes("script", "returnStdout", "label").text("script") : call.text();
        Map<String, String> all = new TreeMap<>(jenkins.machineEnvironment());
        all.putAll(globals.environment());
        all.putAll(environment);
        Shell.Output output = new Shell(all).script(text, workspace(call).folder());
        build.say(output.all());
        if (output.status() != 0) {
            throw new StageFailure(Result.FAILURE, "script returned exit code " + output.status());
        }
        return named && call.flag("returnStdout") ? output.out() : null;
    }

    private @Nullable Object deleteDir(Call call) throws IOException {
        workspace(call.takesNothing()).clear();
        return null;
    }

    private @Nullable Object checkout(Call call) throws IOException {
        call.check(call.text().equals("scm"), "takes scm");
        jenkins.repository()
                .copyTo(workspace(call).folder(), jenkins.repository().files());
        return null;
    }

    private @Nullable Object stash(Call call) throws IOException {
        Workspace stash = new Workspace(jenkins.newFolder("stash"));
        workspace(call).copyTo(stash.folder(), found(call.takes("name includes"), "includes"));
        stashes.put(call.text("name"), stash);
        return null;
    }

    private @Nullable Object unstash(Call call) throws IOException {
        Workspace stash = stashes.get(call.text());
        call.check(stash != null, "finds no such stash");
        if (stash != null) {
            stash.copyTo(workspace(call).folder(), stash.files());
        }
        return null;
    }

    private @Nullable Object junit(Call call) throws IOException {
        build.reports().addAll(found(call, "testResults"));
        return null;
    }

    private @Nullable Object archive(Call call) throws IOException {
        call.takes("artifacts", "fingerprint", "allowEmptyArchive");
        List<Path> files = call.flag("allowEmptyArchive")
                ? workspace(call).matching(call.text("artifacts"))
                : found(call, "artifacts");
        build.archived().addAll(files);
        if (call.flag("fingerprint")) {
            build.fingerprinted().addAll(files);
        }
        return null;
    }

    /** Each pattern must match a file; one that matches nothing is probably misspelt. */
    private List<Path> found(Call call, String name) throws IOException {
        Workspace here = workspace(call);
        for (String pattern : call.text(name).split(",")) {
            if (here.matching(pattern).isEmpty()) {
                throw new StageFailure(Result.FAILURE, call.word() + " finds nothing for " + pattern);
            }
        }
        return here.matching(call.text(name));
    }

    private @Nullable Object input(Call call) {
        call.check(workspace == null, "waits while it holds an agent");
        build.asked().add(call.text("message"));
        if (!jenkins.approves()) {
            throw new StageFailure(Result.ABORTED, "Nobody has approved it");
        }
        return null;
    }

    private @Nullable Object withCredentials(Call call) throws IOException {
        call.check(
                call.values().size() == 1 && call.values().get(0) instanceof List<?> list && list.size() == 1,
                "takes a list of one");
        Call binding = (Call) ((List<?>) call.values().get(0)).get(0);
        String id = binding.text("credentialsId");
        binding.check(
                Set.of("commonplace-staging", "commonplace-production").contains(id), "finds no such credentials");
        Path key = Files.createTempFile("commonplace-key", "");
        try {
            Files.writeString(key, id);
            within(null, Map.of(binding.text("keyFileVariable"), key), () -> perform(call.body()));
        } finally {
            Files.delete(key);
        }
        return null;
    }

    private Workspace workspace(Call call) {
        if (workspace == null) {
            throw new BadJenkinsfile(call.word() + " needs an agent");
        }
        return workspace;
    }
}
