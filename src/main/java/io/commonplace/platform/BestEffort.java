package io.commonplace.platform;

import java.util.Collection;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Work whose failure must not become the failure of what it belongs to: it is logged, and the caller goes on. */
public final class BestEffort {
    private static final Logger LOG = Logger.getLogger(BestEffort.class.getName());

    private BestEffort() {}

    /**
     * Runs {@code work}. An {@link Error} counts as a failure, too: a class that is missing while the application stops is
     * one.
     *
     * @param what the work in words, for the log
     * @return whether it has come to its end
     */
    public static boolean run(String what, Runnable work) {
        try {
            work.run();
            return true;
        } catch (RuntimeException | Error e) {
            LOG.log(Level.WARNING, "This failed, and nothing else because of it: " + what, e);
            return false;
        }
    }

    /**
     * Does each, also after one that has failed.
     *
     * @throws RuntimeException the first failure, at the end, with the others as suppressed ones
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
