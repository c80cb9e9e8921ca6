package io.commonplace.extractor;

import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Collects text up to a limit. White space counts as one space, or as one end of a line. */
final class TextCollector extends DefaultHandler {
    private static final char NONE = 0;

    private final StringBuilder text = new StringBuilder();
    private final int limit;

    /** The white space that comes before the next word. */
    private char space = NONE;

    /** @param limit in characters */
    TextCollector(int limit) {
        this.limit = limit;
    }

    boolean isFull() {
        return text.length() >= limit;
    }

    /** It ends with a whole character, also at the limit. */
    String text() {
        int end = Math.min(text.length(), limit);
        return text.substring(0, end > 0 && Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end);
    }

    @Override
    public void characters(char[] from, int start, int length) throws SAXException {
        for (int i = start; i < start + length; i++) {
            add(from[i]);
        }
    }

    /** What the parsers put between blocks and cells. */
    @Override
    public void ignorableWhitespace(char[] from, int start, int length) throws SAXException {
        characters(from, start, length);
    }

    private void add(char next) throws SAXException {
        if (Character.isWhitespace(next) || Character.isSpaceChar(next)) {
            space = next == '\n' || space == '\n' ? '\n' : ' ';
            return;
        }
        if (space != NONE && !text.isEmpty()) {
            text.append(space);
        }
        space = NONE;
        text.append(next);
        if (isFull()) {
            throw new SAXException("The text has more than " + limit + " characters");
        }
    }
}
