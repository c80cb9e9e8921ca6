package io.commonplace.rollout;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The {@code options} of a pipeline or a stage. Only their syntax is checked; of their effects only skipDefaultCheckout is
 * simulated.
 */
record Options(Globals globals) {
    private static final Set<String> UNITS = Set.of("SECONDS", "MINUTES", "HOURS", "DAYS");

    @Nullable
    Object ofPipeline(Call call) {
        switch (call.word()) {
            case "buildDiscarder" -> call.check(call.values().size() == 1, "takes a logRotator");
            case "logRotator" ->
                call.takes("", "numToKeepStr", "daysToKeepStr", "artifactNumToKeepStr", "artifactDaysToKeepStr");
            case "disableConcurrentBuilds" -> call.takes("", "abortPrevious");
            case "skipDefaultCheckout", "skipStagesAfterUnstable" -> call.takesNothing();
            default -> ofStage(call);
        }
        globals.options().add(call.word());
        return call;
    }

    @Nullable
    Object ofStage(Call call) {
        call.check(call.word().equals("timeout"), "is no option here");
        timeout(call).check(call.block() == null, "has no block");
        return null;
    }

    static Call timeout(Call call) {
        call.takes("time unit");
        call.check(call.named().get("time") instanceof Integer time && time > 0, "takes a number");
        call.check(UNITS.contains(call.text("unit")), "takes one of " + UNITS);
        return call;
    }
}
