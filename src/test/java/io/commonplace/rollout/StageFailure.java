package io.commonplace.rollout;

/** Ends a stage and the build. */
final class StageFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Result result;

    StageFailure(Result result, String message) {
        super(message);
        this.result = result;
    }

    Result result() {
        return result;
    }
}
