package io.commonplace.cache;

/** A cached value that may be large. Any other value weighs 1. */
public interface Weighted {
    /** What a weight of 1 stands for, in characters. */
    int UNIT = 16 * 1024;

    /** How many units it takes, rounded up; 1 at least. */
    int weight();

    static int of(Object value) {
        return value instanceof Weighted weighted ? weighted.weight() : 1;
    }
}
