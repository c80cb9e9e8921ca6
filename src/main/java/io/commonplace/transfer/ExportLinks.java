package io.commonplace.transfer;

import io.commonplace.pages.LinkTarget;
import io.commonplace.pages.LinkTargets;
import io.commonplace.pages.PagePath;
import io.commonplace.pages.RelativePath;
import io.commonplace.pages.SpaceLinks;
import io.commonplace.rendering.ParsedPage;
import io.commonplace.rendering.Renderer;
import io.commonplace.rendering.RenderingRefused;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rewrites the links of exported pages. Links by name, such as {@code [[Title]]}, stay: they hold wherever a page is. */
final class ExportLinks {
    private static final Pattern PAGE_ADDRESS = Pattern.compile("/s/([^/]+)/?(.*?)/?");
    private static final Pattern FILE_ADDRESS = Pattern.compile("/files/(\\d{1,18})/.*");

    private final Renderer renderer;
    private final Targets targets;

    ExportLinks(Renderer renderer, Targets targets) {
        this.renderer = renderer;
        this.targets = targets;
    }

    /** Finds the names of files in the archive. */
    interface Targets {
        /** The targets of relative links in a space; the addresses are names, as {@link #href} encodes them. */
        LinkTargets in(long spaceId);

        /** The same as an import will find them: without the former names of files. */
        LinkTargets afterImport(long spaceId);

        /** Whether a file was found by a former name. */
        boolean leadsByFormerName();

        /** The page at an address of the site. */
        Optional<String> page(String spaceSlug, String path);

        Optional<String> file(long attachmentId);

        /** Called with each name that a page leads to. */
        void used(String name);
    }

    static String href(String name) {
        return PagePath.encode(name);
    }

    /** A target at this path, or at a former one if {@code sourcePath} is empty. */
    static LinkTarget target(String name, String path, String sourcePath, String title) {
        return new LinkTarget(0, href(name), path, sourcePath, title);
    }

    /**
     * @param archiveName of the page's file
     * @param sourcePath the file that the links in the text are relative to
     * @throws RenderingRefused if the text can't be read
     */
    RelativeLinks.Rewritten rewritten(String markdown, long spaceId, String archiveName, String sourcePath) {
        ParsedPage parsed = renderer.parse(markdown);
        if (parsed.destinations().isEmpty()) {
            return new RelativeLinks.Rewritten(markdown, List.of());
        }
        LinkTargets inSpace = targets.in(spaceId);
        SpaceLinks links = new SpaceLinks(sourcePath, parsed, inSpace);
        String imported = archiveName.substring(archiveName.indexOf('/') + 1);
        boolean isSame = imported.equals(sourcePath) && !targets.leadsByFormerName();
        SpaceLinks after = isSame ? links : new SpaceLinks(imported, parsed, targets.afterImport(spaceId));
        OfPage ofPage = new OfPage(links, after);
        parsed.destinations()
                .forEach(written -> ofPage.of(RelativePath.of(written)).ifPresent(targets::used));
        return RelativeLinks.rewrite(markdown, archiveName, renderer.destinations(markdown), ofPage);
    }

    /** Where the links of one page lead. @param after as an import will resolve them */
    private final class OfPage implements RelativeLinks.Targets {
        private final SpaceLinks links;
        private final SpaceLinks after;

        OfPage(SpaceLinks links, SpaceLinks after) {
            this.links = links;
            this.after = after;
        }

        @Override
        public Optional<String> of(String path) {
            return isAddress(path) ? ofAddress(path) : links.page(path).map(PagePath::decode);
        }

        @Override
        public boolean leadsToAfterImport(String path, String target) {
            return !isAddress(path)
                    && after.page(path)
                            .map(PagePath::decode)
                            .filter(target::equals)
                            .isPresent();
        }
    }

    /** Whether somebody has copied it from a browser. */
    static boolean isAddress(String path) {
        return path.startsWith("/s/") || path.startsWith("/files/");
    }

    private Optional<String> ofAddress(String path) {
        return ofAddress(path, targets);
    }

    /** The file of a page or of an attachment at an address of the site. */
    static Optional<String> ofAddress(String path, Targets targets) {
        Matcher page = PAGE_ADDRESS.matcher(path);
        if (page.matches()) {
            return targets.page(page.group(1), PagePath.decode(page.group(2)));
        }
        Matcher file = FILE_ADDRESS.matcher(path);
        return file.matches() ? targets.file(Long.parseLong(file.group(1))) : Optional.empty();
    }
}
