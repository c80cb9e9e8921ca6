package io.commonplace.search.opensearch;

/**
 * The names of the indexes. They contain the version of the analysis, so that during a roll-out the clones of each version have
 * an index that they understand.
 *
 * @param current the alias of the index that is searched
 */
record IndexNames(String current) {
    private static final int FIRST = 1;

    static IndexNames of(String prefix, int version) {
        return new IndexNames(prefix + "-v" + version);
    }

    /** The alias of an index that is being built, to take the place of the current one. */
    String next() {
        return current + "-next";
    }

    /** A pattern for the names of the indexes. */
    String all() {
        return current + "-*";
    }

    /** The name of the first index. */
    String first() {
        return numbered(FIRST);
    }

    /** The name of the index that comes after {@code index}. */
    String after(String index) {
        return numbered(Integer.parseInt(index.substring(current.length() + 1)) + 1);
    }

    private String numbered(int number) {
        return String.format("%s-%06d", current, number);
    }
}
