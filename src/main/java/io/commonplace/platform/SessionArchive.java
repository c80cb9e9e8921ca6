package io.commonplace.platform;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Where people's sessions outlive the grid. What it holds is sealed: it can neither read nor change a session. */
public interface SessionArchive {
    /**
     * Keeps them; of one that is there already only what has a higher version.
     *
     * @throws Unavailable if nothing can be written
     */
    void store(List<Entry> entries);

    /**
     * The sealed values of a session that had not ended when they were kept.
     *
     * @throws Unavailable if nobody can tell
     */
    Optional<byte[]> find(String key);

    /** @throws Unavailable if nothing can be written */
    void delete(Collection<String> keys);

    /**
     * Deletes some that have ended by themselves.
     *
     * @return how many these were
     * @throws Unavailable if nothing can be written
     */
    int deleteEnded();

    /**
     * One session.
     *
     * @param key a hash of its identifier
     * @param version grows with each change
     * @param ends when it is over if nobody uses it any more
     */
    record Entry(String key, long version, byte[] sealed, Instant ends) {}

    /** It doesn't answer at this moment. */
    final class Unavailable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public Unavailable(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
