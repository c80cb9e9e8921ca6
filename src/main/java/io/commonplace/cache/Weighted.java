package io.commonplace.cache;

/** A cached value that may be large. Any other value weighs 1. */
public interface Weighted {
    /** The size of a weight of 1, in characters. */
    int UNIT = 16 * 1024;

    /** The size in units, rounded up; at least 1. */
    int weight();

    static int of(Object value) {
        return value instanceof Weighted weighted ? weighted.weight() : 1;
    }
}
