package io.commonplace.check;

/** The invariants that the product promises, each with a description of its violation. */
enum Invariant {
    READ_YOUR_WRITES("one's own write not seen"),
    MONOTONIC_READS("older than what the session had seen"),
    STALE_READ("older than what was acknowledged to somebody"),
    RESURRECTION("a deleted page shown"),
    LOST_WRITE("an acknowledged write that is in no history"),
    DOUBLE_WRITE("a write that was applied twice"),
    BROKEN_CHAIN("a revision that isn't made from the one before"),
    REFUSED_WRITE("a refused write that was applied"),
    PHANTOM("a text that is in no history shown"),
    LINK("a link that is broken without a reason, or leads to what is gone"),
    SESSION("somebody signed out without having asked for it"),
    CONVERGENCE("not the same everywhere in the end");

    private final String violation;

    Invariant(String violation) {
        this.violation = violation;
    }

    /** The description of a violation, for the report. */
    String violation() {
        return violation;
    }
}
