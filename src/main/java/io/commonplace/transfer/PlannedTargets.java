package io.commonplace.transfer;

import io.commonplace.attachments.AttachmentHead;
import io.commonplace.pages.LinkTarget;
import io.commonplace.pages.LinkTargets;
import io.commonplace.pages.SpaceHead;
import io.commonplace.pages.TargetNames;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The possible link targets during an import: pages and files that the space has already, and those of the archive. */
final class PlannedTargets implements LinkTargets {
    private final SpaceHead space;
    private final Map<String, LinkTarget> pages = new HashMap<>();
    /** By path in lower case. */
    private final Map<String, LinkTarget> files = new HashMap<>();

    private @Nullable TargetNames pageNames;
    private @Nullable TargetNames fileNames;

    PlannedTargets(SpaceHead space) {
        this.space = space;
    }

    int size() {
        return pages.size() + files.size();
    }

    void addFormer(long pageId, String path) {
        pages.put(path, new LinkTarget(pageId, space.href(path), path, "", ""));
    }

    void addPage(KnownPage page) {
        pages.put(
                page.path(),
                new LinkTarget(page.id(), space.href(page.path()), page.path(), page.sourcePath(), page.title()));
    }

    void addFile(LinkTarget file) {
        files.put(file.path().toLowerCase(Locale.ROOT), file);
    }

    void add(PlannedFile file) {
        switch (file.kind()) {
            case PAGE, FOLDER ->
                pages.put(
                        file.path(),
                        new LinkTarget(
                                file.targetId(),
                                space.href(file.path()),
                                file.path(),
                                file.sourcePath(),
                                file.title()));
            case ALIAS -> addFormer(file.targetId(), file.path());
            case FILE ->
                addFile(LinkTarget.file(
                        file.targetId(), AttachmentHead.href(file.targetId(), file.hash(), file.title()), file.path()));
        }
    }

    @Override
    public Map<String, LinkTarget> pages(Collection<String> paths) {
        return find(paths, pages, UnaryOperator.identity());
    }

    @Override
    public Map<String, LinkTarget> files(Collection<String> paths) {
        return find(paths, files, path -> path.toLowerCase(Locale.ROOT));
    }

    private static Map<String, LinkTarget> find(
            Collection<String> paths, Map<String, LinkTarget> targets, Function<String, String> key) {
        Map<String, LinkTarget> found = new HashMap<>();
        for (String path : paths) {
            LinkTarget target = targets.get(key.apply(path));
            if (target != null) {
                found.put(path, target);
            }
        }
        return found;
    }

    /** The index of names is made once, when it is first needed: many archives have no links by name. */
    @Override
    public synchronized Map<String, List<LinkTarget>> pagesNamed(Collection<String> names) {
        TargetNames index = pageNames == null ? new TargetNames(pages.values()) : pageNames;
        pageNames = index;
        return index.find(names);
    }

    @Override
    public synchronized Map<String, List<LinkTarget>> filesNamed(Collection<String> names) {
        TargetNames index = fileNames == null ? new TargetNames(files.values()) : fileNames;
        fileNames = index;
        return index.find(names);
    }
}
