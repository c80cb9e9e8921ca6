package io.commonplace.rollout;

/** How a build, or a stage, has ended. */
enum Result {
    SUCCESS,
    FAILURE,
    ABORTED;

    /** Whether the actions of a {@code post} block under that word are done. */
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
