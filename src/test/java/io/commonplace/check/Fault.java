package io.commonplace.check;

import java.util.function.Supplier;

/**
 * A fault that can be injected.
 *
 * @param shortest the minimum duration in milliseconds; the duration is chosen randomly up to {@code longest}
 * @param cheap whether the cluster recovers within some seconds
 */
record Fault(String name, int shortest, int longest, boolean cheap, Supplier<ActiveFault> begin) {
    /**
     * An active fault.
     *
     * @param what a description with the part that is affected
     * @param heal ends the fault, or lets the cluster recover
     */
    record ActiveFault(String what, Runnable heal) {}
}
