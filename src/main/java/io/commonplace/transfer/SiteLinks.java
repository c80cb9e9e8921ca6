package io.commonplace.transfer;

import io.commonplace.pages.PagePath;
import io.commonplace.pages.RelativePath;
import io.commonplace.pages.SpaceLinks;
import io.commonplace.rendering.LinkResolver;
import io.commonplace.rendering.ParsedPage;
import java.util.Optional;

/** Resolves the links of one page of an exported site to other files of the archive. */
final class SiteLinks implements LinkResolver {
    private final String name;
    private final ExportLinks.Targets targets;
    private final SpaceLinks links;

    /**
     * @param name of the page's file in the archive
     * @param sourcePath the file that the links in the text are relative to
     */
    SiteLinks(String name, String sourcePath, long spaceId, ParsedPage parsed, ExportLinks.Targets targets) {
        this.name = name;
        this.targets = targets;
        this.links = new SpaceLinks(sourcePath, parsed, targets.in(spaceId));
    }

    /** A search of the site that was exported would lead nowhere, so the person that it mentions is text. */
    @Override
    public Optional<String> page(String destination) {
        if (RelativePath.isSearch(destination)) {
            return Optional.of("");
        }
        String path = RelativePath.of(destination);
        return ExportLinks.isAddress(path)
                ? ExportLinks.ofAddress(path, targets).map(file -> relative(file, destination.substring(path.length())))
                : links.page(destination).map(this::relative);
    }

    @Override
    public Optional<String> wiki(String target) {
        return links.wiki(target).map(this::relative);
    }

    /** @param href with an encoded name, as {@link ExportLinks#href} makes it, and a query or a fragment */
    private String relative(String href) {
        String path = RelativePath.of(href);
        return relative(PagePath.decode(path), href.substring(path.length()));
    }

    private String relative(String file, String rest) {
        targets.used(file);
        return RelativePath.between(name, file) + rest;
    }
}
