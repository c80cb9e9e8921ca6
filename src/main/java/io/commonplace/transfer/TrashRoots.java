package io.commonplace.transfer;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Decides which pages go to the trash, and together with which: a page takes all pages below it along. So one that has a page
 * below it that stays must stay, too.
 */
final class TrashRoots {
    private final Map<Long, Long> parents;
    private final Set<Long> going;
    private final Set<Long> held = new HashSet<>();
    private final Map<Long, Integer> roots = new TreeMap<>();

    /**
     * @param parents of all pages of the space; a page without a parent is missing
     * @param pages all pages of the space
     * @param going the pages that are to go
     * @param max the number of pages that can go together
     */
    TrashRoots(Map<Long, Long> parents, Set<Long> pages, Set<Long> going, int max) {
        this.parents = parents;
        this.going = going;
        pages.stream().filter(page -> !going.contains(page)).forEach(this::holdAbove);
        sizes().forEach((page, size) -> {
            if (size > max) {
                held.add(page);
            }
        });
        going.stream().filter(page -> !held.contains(page)).forEach(page -> roots.merge(root(page), 1, Integer::sum));
    }

    /** A page that was seen before has had its way up held already; so a cycle ends, too. */
    private void holdAbove(long page) {
        Long above = parents.get(page);
        while (above != null && held.add(above)) {
            above = parents.get(above);
        }
    }

    /** The number of pages in each subtree that goes. */
    private Map<Long, Integer> sizes() {
        Map<Long, Integer> sizes = new HashMap<>();
        for (Long page : going) {
            Set<Long> way = new HashSet<>();
            @Nullable Long at = page;
            while (at != null && goes(at) && way.add(at)) {
                sizes.merge(at, 1, Integer::sum);
                at = parents.get(at);
            }
        }
        return sizes;
    }

    private long root(long page) {
        Set<Long> way = new HashSet<>();
        long root = page;
        Long above = parents.get(page);
        while (above != null && goes(above) && way.add(above)) {
            root = above;
            above = parents.get(above);
        }
        return root;
    }

    private boolean goes(long page) {
        return going.contains(page) && !held.contains(page);
    }

    /** The uppermost page of each subtree, with the number of its pages. */
    Map<Long, Integer> roots() {
        return roots;
    }

    /** Whether the page stays although it was to go, because of the pages below it. */
    boolean isHeld(long page) {
        return going.contains(page) && held.contains(page);
    }
}
