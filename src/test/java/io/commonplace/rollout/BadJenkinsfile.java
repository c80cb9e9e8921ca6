package io.commonplace.rollout;

/** What Jenkins would refuse, or what this interpreter does not know: the test fails, not the build in it. */
final class BadJenkinsfile extends RuntimeException {
    private static final long serialVersionUID = 1;

    BadJenkinsfile(String message) {
        super(message);
    }
}
