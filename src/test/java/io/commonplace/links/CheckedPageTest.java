package io.commonplace.links;

import static org.assertj.core.api.Assertions.assertThat;

import io.commonplace.pages.LinkTarget;
import io.commonplace.pages.LinkTargets;
import io.commonplace.pages.PageLinks;
import io.commonplace.pages.SpaceLinks;
import io.commonplace.rendering.RenderedLink;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CheckedPageTest {
    private static final List<RenderedLink> LINKS = List.of(
            new RenderedLink(RenderedLink.Kind.INSIDE, "later.md", ""),
            new RenderedLink(RenderedLink.Kind.WIKI, "Other", ""));

    private final Targets targets = new Targets();

    @Test
    void aPageWhoseTargetsAreTheSameIsNotRenderedAgain() {
        targets.add(1, "later", "/s/x/later");
        assertThat(page(stored()).leadsTo(LINKS, targets)).isTrue();
    }

    @Test
    void aTargetThatHasComeChangesThePage() {
        String stored = stored();
        targets.add(1, "later", "/s/x/later");
        assertThat(page(stored).leadsTo(LINKS, targets)).isFalse();
    }

    @Test
    void aTargetThatHasGoneOrIsAnotherOneChangesThePage() {
        targets.add(1, "later", "/s/x/later");
        String stored = stored();
        targets.add(2, "later", "/s/x/later");
        assertThat(page(stored).leadsTo(LINKS, targets)).isFalse();
        targets.pages.clear();
        assertThat(page(stored).leadsTo(LINKS, targets)).isFalse();
    }

    @Test
    void aPageWhoseLinksAreNotStoredIsRendered() {
        assertThat(page(null).leadsTo(List.of(), targets)).isFalse();
    }

    @Test
    void aThousandPagesAskForEachTargetOnce() {
        KnownTargets known = new KnownTargets(targets);
        for (int i = 0; i < 1000; i++) {
            page("").leadsTo(LINKS, known);
        }
        assertThat(targets.asked).doesNotHaveDuplicates().isNotEmpty();
    }

    private static CheckedPage page(@Nullable String stored) {
        return new CheckedPage(7, 1, "index.md", "Front", 1, stored);
    }

    private String stored() {
        return LinkDigest.of("index.md", PageLinks.resolved(LINKS, new SpaceLinks("index.md", LINKS, targets)));
    }

    private static final class Targets implements LinkTargets {
        private final Map<String, LinkTarget> pages = new HashMap<>();
        private final List<String> asked = new ArrayList<>();

        void add(long id, String path, String href) {
            pages.put(path, new LinkTarget(id, href, path, path + ".md", path));
        }

        @Override
        public Map<String, LinkTarget> pages(Collection<String> paths) {
            asked.addAll(paths);
            Map<String, LinkTarget> found = new HashMap<>(pages);
            found.keySet().retainAll(paths);
            return found;
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
}
