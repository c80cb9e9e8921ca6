package io.commonplace.transfer;

import io.commonplace.pages.LinkTarget;
import io.commonplace.pages.LinkTargets;
import io.commonplace.pages.PagePath;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.stream.Collectors;

/**
 * What the links of exported pages lead to, looked up in the list of the export. If only a part of a space is exported, its
 * pages may also show files of other pages: {@link #furtherFiles} has to be exported besides.
 */
final class ExportTargets implements ExportLinks.Targets {
    private final ExportOrder order;
    private final ExportQueries queries;
    private final LongFunction<LinkTargets> names;
    private final Map<String, Long> further = new HashMap<>();
    private final Set<Long> used = new HashSet<>();
    private boolean leadsByFormerName;

    /** Links by name lead nowhere. */
    ExportTargets(ExportOrder order, ExportQueries queries) {
        this(order, queries, space -> new NoNames());
    }

    /** @param names finds, by the identifier of a space, what links by name lead to */
    ExportTargets(ExportOrder order, ExportQueries queries, LongFunction<LinkTargets> names) {
        this.order = order;
        this.queries = queries;
        this.names = names;
    }

    /** The attachments that pages lead to and that are not in the list. */
    Set<Long> furtherFiles() {
        return used;
    }

    @Override
    public void used(String name) {
        Long id = further.get(name);
        if (id != null) {
            used.add(id);
        }
    }

    @Override
    public Optional<String> page(String spaceSlug, String path) {
        return queries.space(order.exportId(), spaceSlug)
                .flatMap(space -> new InSpace(space, true)
                        .pages(List.of(path)).values().stream().findFirst())
                .map(target -> PagePath.decode(target.href()));
    }

    @Override
    public Optional<String> file(long attachmentId) {
        return queries.file(order.exportId(), attachmentId).map(ExportFile::name);
    }

    @Override
    public LinkTargets in(long spaceId) {
        return new InSpace(spaceId, true);
    }

    @Override
    public LinkTargets afterImport(long spaceId) {
        return new InSpace(spaceId, false);
    }

    @Override
    public boolean leadsByFormerName() {
        return leadsByFormerName;
    }

    private final class InSpace implements LinkTargets {
        private final long spaceId;
        private final boolean byFormerNames;

        /** @param byFormerNames whether files are found by the names that they had, which an import will not know */
        InSpace(long spaceId, boolean byFormerNames) {
            this.spaceId = spaceId;
            this.byFormerNames = byFormerNames;
        }

        @Override
        public Map<String, LinkTarget> pages(Collection<String> paths) {
            return targets(paths, List.of(ExportFile.Kind.PAGE, ExportFile.Kind.ALIAS));
        }

        @Override
        public Map<String, LinkTarget> files(Collection<String> paths) {
            Map<String, LinkTarget> found = targets(paths, List.of(ExportFile.Kind.FILE));
            if (order.isPartOfASpace()) {
                queries.attachments(spaceId, paths).forEach((path, id) -> {
                    if (!found.containsKey(path) && !PagePath.isMarkdown(path)) {
                        found.put(path, further(path, id));
                    }
                });
            }
            if (byFormerNames) {
                queries.renamed(spaceId, paths)
                        .forEach((path, file) -> renamed(path, file).ifPresent(target -> {
                            leadsByFormerName |= found.putIfAbsent(path, target) == null;
                        }));
            }
            return found;
        }

        private Optional<LinkTarget> renamed(String formerPath, ExportQueries.Renamed file) {
            Optional<String> exported = file(file.id());
            return exported.isEmpty() && order.isPartOfASpace()
                    ? Optional.of(further(formerPath, file))
                    : exported.map(name -> ExportLinks.target(name, formerPath, formerPath, ""));
        }

        private LinkTarget further(String formerPath, ExportQueries.Renamed file) {
            LinkTarget target = further(file.path(), file.id());
            return new LinkTarget(target.id(), target.href(), formerPath, formerPath, "");
        }

        private LinkTarget further(String path, long id) {
            String name = queries.slug(order.exportId(), spaceId) + "/" + path;
            further.put(name, id);
            return ExportLinks.target(name, path, path, "");
        }

        private Map<String, LinkTarget> targets(Collection<String> paths, List<ExportFile.Kind> kinds) {
            return queries.at(order.exportId(), spaceId, kinds, paths).stream()
                    .collect(Collectors.toMap(
                            ExportFile::path,
                            file -> ExportLinks.target(file.name(), file.path(), file.sourcePath(), file.title()),
                            (one, same) -> one));
        }

        @Override
        public Map<String, List<LinkTarget>> pagesNamed(Collection<String> wanted) {
            return exported(names.apply(spaceId).pagesNamed(wanted), this::pages);
        }

        @Override
        public Map<String, List<LinkTarget>> filesNamed(Collection<String> wanted) {
            return exported(names.apply(spaceId).filesNamed(wanted), this::files);
        }

        /** The files in the archive of what was found in the space. */
        private static Map<String, List<LinkTarget>> exported(
                Map<String, List<LinkTarget>> found, Function<Collection<String>, Map<String, LinkTarget>> byPath) {
            Set<String> paths = found.values().stream()
                    .flatMap(List::stream)
                    .map(LinkTarget::path)
                    .collect(Collectors.toSet());
            Map<String, LinkTarget> exported = byPath.apply(paths);
            Map<String, List<LinkTarget>> result = new HashMap<>();
            found.forEach((name, targets) -> result.put(
                    name,
                    targets.stream()
                            .map(target -> exported.get(target.path()))
                            .filter(Objects::nonNull)
                            .toList()));
            return result;
        }
    }
}
