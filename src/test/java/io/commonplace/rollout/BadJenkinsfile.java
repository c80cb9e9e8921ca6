package io.commonplace.rollout;

/**
 * A Jenkinsfile that Jenkins would refuse, or that this interpreter doesn't support: the test fails, not the simulated
 * build.
 */
final class BadJenkinsfile extends RuntimeException {
    private static final long serialVersionUID = 1;

    BadJenkinsfile(String message) {
        super(message);
    }
}
