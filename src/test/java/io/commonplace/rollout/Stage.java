package io.commonplace.rollout;

import groovy.lang.Closure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A declared stage, or the whole pipeline, which is similar. Nothing runs while it is parsed. */
final class Stage {
    private final String name;
    private final Globals globals;
    private final List<Stage> stages = new ArrayList<>();
    private final List<BooleanSupplier> conditions = new ArrayList<>();
    private final Map<String, Closure<?>> post = new LinkedHashMap<>();
    private @Nullable Closure<?> environment;
    private @Nullable Closure<?> steps;
    private boolean hasAgent;

    private Stage(String name, Globals globals) {
        this.name = name;
        this.globals = globals;
    }

    static Stage pipeline(Closure<?> closure, Globals globals) {
        Stage pipeline = new Stage("pipeline", globals);
        pipeline.block("pipeline", call -> switch (call.word()) {
                    case "options" ->
                        pipeline.block("options", new Options(globals)::ofPipeline)
                                .read(call.body());
                    case "parameters" ->
                        pipeline.block("parameters", globals::declare).read(call.body());
                    default -> pipeline.common(call);
                })
                .read(closure);
        return pipeline.complete();
    }

    private static Stage stage(Call call, Globals globals) {
        call.check(call.values().size() == 1 && call.named().isEmpty(), "has a name");
        Stage stage = new Stage(call.values().get(0).toString(), globals);
        stage.block("stage", inner -> switch (inner.word()) {
                    case "options" ->
                        stage.block("options", new Options(globals)::ofStage).read(inner.body());
                    case "when" -> stage.block("when", stage::when).read(inner.body());
                    case "steps" -> stage.steps = inner.body();
                    default -> stage.common(inner);
                })
                .read(call.body());
        return stage.complete();
    }

    private @Nullable Object common(Call call) {
        switch (call.word()) {
            case "agent" -> agent(call);
            case "environment" -> environment = call.body();
            case "stages" -> block("stages", this::addStage).read(call.body());
            case "post" -> block("post", this::addPost).read(call.body());
            default -> throw new BadJenkinsfile(name + " knows no " + call.word());
        }
        return null;
    }

    private void agent(Call call) {
        if (call.block() == null) {
            hasAgent = call.text().equals("any");
        } else {
            hasAgent = true;
            block("agent", label -> {
                        label.check(label.word().equals("label"), "is no agent");
                        return label.text();
                    })
                    .read(call.body());
        }
    }

    private @Nullable Object addStage(Call call) {
        call.check(call.word().equals("stage"), "is no stage");
        stages.add(stage(call, globals));
        return null;
    }

    private @Nullable Object addPost(Call call) {
        Result.SUCCESS.meets(call.word(), false);
        post.put(call.word(), call.takes("").body());
        return null;
    }

    private @Nullable Object when(Call call) {
        switch (call.word()) {
            case "beforeAgent" -> call.check(List.of(true).equals(call.values()), "is true");
            case "branch", "expression", "not" -> conditions.add(condition(call));
            default -> throw new BadJenkinsfile("when knows no " + call.word());
        }
        return null;
    }

    private BooleanSupplier condition(Call call) {
        switch (call.word()) {
            case "branch":
                String branch = call.text();
                return () -> branch.equals(globals.environment().get("BRANCH_NAME"));
            case "expression":
                return () ->
                        Boolean.TRUE.equals(block("expression", Stage::refuse).read(call.body()));
            default:
                List<BooleanSupplier> inner = new ArrayList<>();
                block("not", one -> inner.add(condition(one))).read(call.body());
                call.check(inner.size() == 1, "has one condition");
                return () -> !inner.get(0).getAsBoolean();
        }
    }

    private static Object refuse(Call call) {
        throw new BadJenkinsfile("There is no " + call.word() + " here");
    }

    private Stage complete() {
        if ((steps == null) == stages.isEmpty()) {
            throw new BadJenkinsfile(name + " has either steps or stages");
        }
        return this;
    }

    private Block block(String title, Function<Call, @Nullable Object> words) {
        return new Block(title, globals.names(), words);
    }

    String name() {
        return name;
    }

    List<Stage> stages() {
        return stages;
    }

    boolean hasAgent() {
        return hasAgent;
    }

    boolean applies() {
        return conditions.stream().allMatch(BooleanSupplier::getAsBoolean);
    }

    Map<String, Object> environment() {
        Block block = block("environment", Stage::refuse);
        if (environment != null) {
            block.read(environment);
        }
        return block.assigned();
    }

    @Nullable
    Closure<?> steps() {
        return steps;
    }

    Map<String, Closure<?>> post() {
        return post;
    }
}
