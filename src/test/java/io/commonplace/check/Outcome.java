package io.commonplace.check;

/** How an operation ended, as the person sees it. */
enum Outcome {
    DONE,

    /** There is no such page. */
    ABSENT,

    /** Said clearly not to be done. */
    REFUSED,

    /** Somebody else was faster. */
    CONFLICT,

    /** An error or no answer: it may have been done or not, or may be done later. */
    FAILED,

    /** Not tried: the form for it could not be opened. */
    UNTRIED,

    /** Asked to sign in, though nobody has signed out. */
    SIGNED_OUT
}
