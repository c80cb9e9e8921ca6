package io.commonplace.cluster;

/**
 * A message as it travels on the grid, in lines: a string, so that two versions of the application understand each other.
 *
 * @param id names the message in its acknowledgements; empty if none is asked for
 * @param message may have lines of its own
 */
record Envelope(String id, String channel, String message) {
    private static final String SEPARATOR = "\n";

    /** Not to be acknowledged. */
    static Envelope of(String channel, String message) {
        return new Envelope("", channel, message);
    }

    static Envelope parse(String text) {
        String[] parts = text.split(SEPARATOR, 3);
        return new Envelope(parts[0], parts[1], parts[2]);
    }

    boolean wantsAcknowledgement() {
        return !id.isEmpty();
    }

    @Override
    public String toString() {
        return id + SEPARATOR + channel + SEPARATOR + message;
    }
}
