package io.commonplace.rollout;

/** The result of a build or a stage. */
enum Result {
    SUCCESS,
    FAILURE,
    ABORTED;

    /** Whether a {@code post} block with this condition runs. */
    boolean meets(String condition, boolean failedBefore) {
        return switch (condition) {
            case "always", "cleanup" -> true;
            case "success" -> this == SUCCESS;
            case "failure" -> this == FAILURE;
            case "aborted" -> this == ABORTED;
            case "unsuccessful" -> this != SUCCESS;
            case "fixed" -> this == SUCCESS && failedBefore;
            default -> throw new BadJenkinsfile("post knows no " + condition);
        };
    }
}
