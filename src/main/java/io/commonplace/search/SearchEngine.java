package io.commonplace.search;

/** What can hold the index of pages and search it. The setting {@code commonplace.search.engine} chooses one. */
public interface SearchEngine {
    /** As the setting has it. */
    String name();

    /** Whether all clones use one index. Such an index can be searched from the start, and is fed by one of them. */
    boolean isShared();

    /**
     * Opens the index.
     *
     * @throws java.io.UncheckedIOException if it can't be opened
     */
    SearchIndex open();

    /**
     * Replaces an index that is being built by a better one, if there is one.
     *
     * @return whether the index must be opened again
     */
    default boolean replace(SearchIndex incomplete, SearchProgress progress) {
        return false;
    }
}
