package io.commonplace.pages;

import io.commonplace.database.ReadRouter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Looks up link targets in the database. */
@ApplicationScoped
public class StoredTargets {
    @Inject
    private ReadRouter router;

    @Inject
    private FileLinks files;

    @Inject
    private PageReader pageReader;

    public LinkTargets in(SpaceHead space) {
        return new Stored(space);
    }

    private final class Stored implements LinkTargets {
        private final SpaceHead space;

        Stored(SpaceHead space) {
            this.space = space;
        }

        @Override
        public Map<String, LinkTarget> pages(Collection<String> paths) {
            return paths.isEmpty() ? Map.of() : byPath(router.read(em -> PageQueries.targets(em, space, paths)));
        }

        @Override
        public Map<String, LinkTarget> files(Collection<String> paths) {
            return paths.isEmpty() ? Map.of() : byPath(files.at(space.id(), paths));
        }

        private static Map<String, LinkTarget> byPath(List<LinkTarget> targets) {
            return targets.stream().collect(Collectors.toMap(LinkTarget::path, target -> target, (one, same) -> one));
        }

        @Override
        public Map<String, List<LinkTarget>> pagesNamed(Collection<String> names) {
            return names.isEmpty()
                    ? Map.of()
                    : new TargetNames(router.read(em -> PageQueries.named(em, space, names))).find(names);
        }

        @Override
        public Map<String, List<LinkTarget>> filesNamed(Collection<String> names) {
            return names.isEmpty() ? Map.of() : new TargetNames(files.named(space.id(), names)).find(names);
        }

        @Override
        public Map<String, LinkTarget> addresses(Collection<String> addresses) {
            Map<String, LinkTarget> found = new HashMap<>();
            for (String address : addresses) {
                SiteAddress.of(address).flatMap(this::at).ifPresent(target -> found.put(address, target));
            }
            return found;
        }

        private Optional<LinkTarget> at(SiteAddress address) {
            return address.isPage()
                    ? pageReader
                            .space(address.slug())
                            .map(other -> router.read(em -> PageQueries.targets(em, other, List.of(address.path()))))
                            .flatMap(found -> found.stream().findFirst())
                    : files.withIds(List.of(address.fileId())).values().stream()
                            .flatMap(List::stream)
                            .findFirst();
        }
    }
}
