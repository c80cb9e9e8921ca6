package io.commonplace.rollout;

import groovy.lang.Closure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs the stages until one fails. */
record Run(Jenkins jenkins, Globals globals, Steps steps, Build build) {

    Result run(Stage pipeline) {
        try {
            inside(pipeline);
            return Result.SUCCESS;
        } catch (StageFailure e) {
            return e.result();
        }
    }

    private void enter(Stage stage) {
        if (stage.applies()) {
            build.stages().add(stage.name());
            inside(stage);
        }
    }

    private void inside(Stage stage) {
        steps.within(stage.hasAgent() ? agent() : null, stage.environment(), () -> {
            StageFailure failure = null;
            try {
                work(stage);
            } catch (StageFailure e) {
                build.say(stage.name() + ": " + e.getMessage());
                failure = e;
            }
            post(stage, failure);
        });
    }

    private void work(Stage stage) {
        Closure<?> own = stage.steps();
        if (own != null) {
            steps.perform(own);
        }
        stage.stages().forEach(this::enter);
    }

    /** A failing step here fails the stage, but the other post conditions still run. */
    private void post(Stage stage, @Nullable StageFailure failure) {
        StageFailure last = failure;
        for (Map.Entry<String, Closure<?>> entry : stage.post().entrySet()) {
            Result result = last == null ? Result.SUCCESS : last.result();
            if (result.meets(entry.getKey(), jenkins.hasFailedBefore())) {
                try {
                    steps.perform(entry.getValue());
                } catch (StageFailure e) {
                    build.say(stage.name() + ", " + entry.getKey() + ": " + e.getMessage());
                    last = e;
                }
            }
        }
        if (last != null) {
            throw last;
        }
    }

    /** A new agent for each stage, so that no stage can rely on files of an earlier one. */
    private Workspace agent() {
        Workspace workspace = new Workspace(jenkins.newFolder("agent"));
        if (!globals.options().contains("skipDefaultCheckout")) {
            try {
                jenkins.repository()
                        .copyTo(workspace.folder(), jenkins.repository().files());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return workspace;
    }
}
