package io.commonplace.transfer;

import io.commonplace.pages.LinkTarget;
import io.commonplace.pages.LinkTargets;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Finds nothing by its name, and nothing at a path. */
class NoNames implements LinkTargets {
    @Override
    public Map<String, LinkTarget> pages(Collection<String> paths) {
        return Map.of();
    }

    @Override
    public Map<String, LinkTarget> files(Collection<String> paths) {
        return Map.of();
    }

    @Override
    public Map<String, List<LinkTarget>> pagesNamed(Collection<String> names) {
        return Map.of();
    }

    @Override
    public Map<String, List<LinkTarget>> filesNamed(Collection<String> names) {
        return Map.of();
    }
}
