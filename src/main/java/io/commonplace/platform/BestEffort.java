package io.commonplace.platform;

import java.util.Collection;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Runs work whose failure must not fail its caller: the failure is logged, and the caller goes on. */
public final class BestEffort {
    private static final Logger LOG = Logger.getLogger(BestEffort.class.getName());

    private BestEffort() {}

    /**
     * Runs {@code work}. An {@link Error} counts as a failure, too, such as a class that is missing while the application
     * stops.
     *
     * @param what names the work in the log
     * @return whether it succeeded
     */
    public static boolean run(String what, Runnable work) {
        try {
            work.run();
            return true;
        } catch (RuntimeException | Error e) {
            LOG.log(Level.WARNING, "Failed, and ignored: " + what, e);
            return false;
        }
    }

    /**
     * Runs all, even if one fails.
     *
     * @throws RuntimeException the first failure, after all have run; the other failures are suppressed ones of it
     */
    public static void each(Collection<? extends Runnable> all) {
        RuntimeException first = null;
        for (Runnable one : all) {
            try {
                one.run();
            } catch (RuntimeException e) {
                if (first == null) {
                    first = e;
                } else if (first != e) {
                    first.addSuppressed(e);
                }
            }
        }
        if (first != null) {
            throw first;
        }
    }
}
