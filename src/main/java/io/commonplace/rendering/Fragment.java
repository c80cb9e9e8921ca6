package io.commonplace.rendering;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/** The part of an address that names a section. */
final class Fragment {
    private Fragment() {}

    /** The id of the section that an address names, decoded; empty if it names none. */
    static String of(String address, boolean isHeading) {
        String resolved = resolved(address, isHeading);
        int hash = resolved.indexOf('#');
        return hash < 0 ? "" : resolved.substring(hash + 1);
    }

    /** The address with its section named as {@link Slugs} names it. @param isHeading whether it was written as a heading */
    static String resolved(String address, boolean isHeading) {
        int hash = address.indexOf('#');
        if (hash < 0 || hash == address.length() - 1) {
            return address;
        }
        String written = Normalizer.normalize(decoded(address.substring(hash + 1)), Normalizer.Form.NFC);
        boolean isText = isHeading || written.chars().anyMatch(Character::isWhitespace);
        return address.substring(0, hash) + "#" + (isText ? Slugs.slug(innermost(written)) : written);
    }

    /** Of {@code Heading#Heading below it}, the last one. */
    private static String innermost(String written) {
        return written.substring(written.lastIndexOf('#') + 1);
    }

    private static String decoded(String written) {
        if (written.indexOf('%') < 0) {
            return written;
        }
        try {
            return URLDecoder.decode(written.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return written;
        }
    }
}
