package io.commonplace.check;

/**
 * The reply to a request.
 *
 * @param status 0 if there was none
 * @param location the redirect's target as a path; empty if there is none
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

    /** Neither an answer nor a refusal: no reply, or a server error. */
    boolean isFailure() {
        return status == 0 || status >= 500;
    }
}
