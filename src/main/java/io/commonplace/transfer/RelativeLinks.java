package io.commonplace.transfer;

import io.commonplace.pages.PagePath;
import io.commonplace.rendering.WrittenDestination;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Makes the links of a page's text lead from file to file in an archive. A link that does so already stays as it is written,
 * to the last byte; so does one whose target is not in the archive.
 */
final class RelativeLinks {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final String PLAIN = "-._~/";

    private RelativeLinks() {}

    /**
     * @param name of the page's file in the archive
     * @param found where the text names destinations
     * @param targets gives the name of the file that a destination leads to, by the destination without query and fragment
     */
    static String rewrite(
            String markdown, String name, List<WrittenDestination> found, Function<String, Optional<String>> targets) {
        StringBuilder out = new StringBuilder(markdown.length());
        int end = 0;
        for (WrittenDestination written : found) {
            String path = path(written.destination());
            Optional<String> target =
                    path.isEmpty() ? Optional.empty() : targets.apply(path).filter(to -> !leadsTo(name, path, to));
            if (target.isPresent() && written.start() >= end) {
                out.append(markdown, end, written.start()).append(relative(name, target.get()));
                out.append(encoded(written.destination().substring(path.length()), "#?&=;%+:@" + PLAIN));
                end = written.end();
            }
        }
        return out.append(markdown.substring(end)).toString();
    }

    /** The destination without query and fragment. */
    static String path(String destination) {
        int end = 0;
        while (end < destination.length() && destination.charAt(end) != '#' && destination.charAt(end) != '?') {
            end++;
        }
        return destination.substring(0, end);
    }

    /** Whether a program that knows nothing but files opens the target. */
    private static boolean leadsTo(String name, String path, String target) {
        String decoded = Normalizer.normalize(PagePath.decode(path), Normalizer.Form.NFC);
        return !decoded.startsWith("/")
                && PagePath.resolve(PagePath.parent(name), decoded)
                        .filter(target::equals)
                        .isPresent();
    }

    /** The target, as seen from the file with that name. */
    static String relative(String name, String target) {
        String[] from = PagePath.parent(name).split("/");
        String[] to = target.split("/");
        int shared = 0;
        while (shared < Math.min(from.length, to.length - 1) && from[shared].equals(to[shared])) {
            shared++;
        }
        String down = String.join("/", List.of(to).subList(shared, to.length));
        return "../".repeat(PagePath.parent(name).isEmpty() ? 0 : from.length - shared) + encoded(down, PLAIN);
    }

    /** Letters and digits of all scripts stay; a link is easier to read with them. */
    private static String encoded(String text, String allowed) {
        StringBuilder out = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (Character.isLetterOrDigit(c) || allowed.indexOf(c) >= 0) {
                out.appendCodePoint(c);
            } else {
                for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
                    out.append('%').append(HEX.toHexDigits(b));
                }
            }
        });
        return out.toString();
    }
}
