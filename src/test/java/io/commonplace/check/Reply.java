package io.commonplace.check;

/**
 * What came back.
 *
 * @param status 0 if nothing did
 * @param location where it sends to, as a path; empty if nowhere
 */
record Reply(int status, String body, String location) {
    static Reply none(String why) {
        return new Reply(0, why, "");
    }

    boolean isRedirect() {
        return status == 301 || status == 302;
    }

    boolean asksToSignIn() {
        return isRedirect() && location.startsWith("/login");
    }

    /** Neither an answer nor a refusal. */
    boolean isFailure() {
        return status == 0 || status >= 500;
    }
}
