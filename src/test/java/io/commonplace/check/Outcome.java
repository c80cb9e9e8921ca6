package io.commonplace.check;

/** The outcome of an operation, as the person sees it. */
enum Outcome {
    DONE,

    /** There is no such page. */
    ABSENT,

    /** The site has clearly refused it. */
    REFUSED,

    /** Somebody else saved first. */
    CONFLICT,

    /** An error or no answer: it may have been applied, or may be applied later. */
    FAILED,

    /** Not sent, because its form could not be opened. */
    UNTRIED,

    /** The person was asked to sign in without having signed out. */
    SIGNED_OUT
}
