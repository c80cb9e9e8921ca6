package io.commonplace.search;

import java.io.CharArrayReader;
import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Arrays;

/**
 * A text with a space for each dot, colon and underscore between two letters: Unicode leaves names like {@code haproxy.cfg} and
 * {@code clone_memory} whole, of which people know a part. Each character keeps its place. By hand, because each text passes.
 */
final class NameParts extends FilterReader {
    /** Characters. Twice as many follow, and so on. */
    private static final int LENGTH = 1_024;

    NameParts(Reader text) {
        super(new CharArrayReader(split(text)));
    }

    private static char[] split(Reader text) {
        char[] split = read(text);
        for (int i = 1; i < split.length - 1; i++) {
            if ((split[i] == '.' || split[i] == '_' || split[i] == ':')
                    && Character.isLetter(Character.codePointBefore(split, i))
                    && Character.isLetter(Character.codePointAt(split, i + 1))) {
                split[i] = ' ';
            }
        }
        return split;
    }

    private static char[] read(Reader text) {
        char[] all = new char[LENGTH];
        try (text) {
            int end = 0;
            for (int more = 0; more >= 0; more = text.read(all, end, all.length - end)) {
                end += more;
                if (end == all.length) {
                    all = Arrays.copyOf(all, 2 * end);
                }
            }
            return Arrays.copyOf(all, end);
        } catch (IOException e) {
            throw new UncheckedIOException("A text in memory can't be read", e);
        }
    }
}
