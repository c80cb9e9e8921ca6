package io.commonplace.check;

import java.util.function.Supplier;

/**
 * Something that can go wrong.
 *
 * @param shortest milliseconds, as {@code longest}; a length between them is drawn
 * @param cheap whether the cluster is whole again within some seconds
 */
record Fault(String name, int shortest, int longest, boolean cheap, Supplier<Damage> begin) {
    /**
     * What has gone wrong.
     *
     * @param what with the part that it has hit
     * @param heal makes it good again, or lets the cluster do so
     */
    record Damage(String what, Runnable heal) {}
}
