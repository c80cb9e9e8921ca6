package io.commonplace.search;

import java.io.CharArrayReader;
import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/**
 * A text with a space for each dot, colon and underscore between two letters: Unicode leaves names like {@code haproxy.cfg} and
 * {@code clone_memory} whole, of which people know a part. Each character keeps its place. By hand, because each text passes.
 */
final class NameParts extends FilterReader {
    NameParts(Reader text) {
        super(new CharArrayReader(split(text)));
    }

    private static char[] split(Reader text) {
        char[] split = read(text).toCharArray();
        for (int i = 1; i < split.length - 1; i++) {
            if ((split[i] == '.' || split[i] == '_' || split[i] == ':')
                    && Character.isLetter(Character.codePointBefore(split, i))
                    && Character.isLetter(Character.codePointAt(split, i + 1))) {
                split[i] = ' ';
            }
        }
        return split;
    }

    private static String read(Reader text) {
        try (text) {
            StringWriter all = new StringWriter();
            text.transferTo(all);
            return all.toString();
        } catch (IOException e) {
            throw new UncheckedIOException("A text in memory can't be read", e);
        }
    }
}
