package io.commonplace.cache;

/**
 * The outcome of a transaction, as a message after it: a line with the position, then the changed keys.
 *
 * @param position where replication has to be for the change to be seen; {@link #NO_POSITION} if nothing has changed
 */
record SettledChange(String position, ChangedKeys changed) {
    /** The position of a transaction that has changed nothing. */
    static final String NO_POSITION = "";

    static SettledChange parse(String message) {
        int line = message.indexOf('\n');
        return new SettledChange(message.substring(0, line), ChangedKeys.parse(message.substring(line + 1)));
    }

    boolean hasPosition() {
        return !position.equals(NO_POSITION);
    }

    @Override
    public String toString() {
        return position + "\n" + changed;
    }
}
