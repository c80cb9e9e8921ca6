package io.commonplace.transfer;

import io.commonplace.pages.PagePath;
import io.commonplace.pages.RelativePath;
import io.commonplace.rendering.WrittenDestination;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes the links of a page's text lead from file to file in an archive. A link that does so already stays as it is written,
 * to the last byte; so does one whose target is not in the archive.
 */
final class RelativeLinks {
    private RelativeLinks() {}

    /** A text with relative links. @param edits in the order of the text */
    record Rewritten(String markdown, List<LinkEdit> edits) {}

    /** Where links lead. */
    interface Targets {
        /** The name of the file that a destination leads to. @param path of the destination, without query and fragment */
        Optional<String> of(String path);

        /** Whether the destination leads there after an import, too. */
        boolean leadsToAfterImport(String path, String target);
    }

    /**
     * @param name of the page's file in the archive
     * @param found where the text names destinations
     * @return with the edits that an import may undo
     */
    static Rewritten rewrite(String markdown, String name, List<WrittenDestination> found, Targets targets) {
        StringBuilder out = new StringBuilder(markdown.length());
        List<LinkEdit> edits = new ArrayList<>();
        int end = 0;
        for (WrittenDestination place : found) {
            String path = RelativePath.of(place.destination());
            Optional<String> target = path.isEmpty() || RelativePath.isSearch(place.destination())
                    ? Optional.empty()
                    : targets.of(path).filter(to -> !leadsTo(name, path, to));
            if (target.isPresent() && place.start() >= end) {
                out.append(markdown, end, place.start());
                String rest = place.destination().substring(path.length());
                String written = RelativePath.between(name, target.get()) + RelativePath.encodedRest(rest);
                if (targets.leadsToAfterImport(path, target.get())) {
                    edits.add(new LinkEdit(out.length(), written, markdown.substring(place.start(), place.end())));
                }
                out.append(written);
                end = place.end();
            }
        }
        return new Rewritten(out.append(markdown.substring(end)).toString(), edits);
    }

    /** Whether a program that knows nothing but files opens the target. */
    private static boolean leadsTo(String name, String path, String target) {
        String decoded = Normalizer.normalize(PagePath.decode(path), Normalizer.Form.NFC);
        return !decoded.startsWith("/")
                && PagePath.resolve(PagePath.parent(name), decoded)
                        .filter(target::equals)
                        .isPresent();
    }
}
