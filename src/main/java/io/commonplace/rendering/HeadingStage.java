package io.commonplace.rendering;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.owasp.html.HtmlStreamEventReceiver;
import org.owasp.html.HtmlStreamEventReceiverWrapper;

/**
 * Gives headings an id and a link to it, and keeps all ids of a page unique. Events inside a heading are held back until it
 * ends, because the id is made from its text, unless raw HTML has one.
 */
final class HeadingStage extends HtmlStreamEventReceiverWrapper {
    private final Slugs slugs = new Slugs();
    private final List<Heading> outline = new ArrayList<>();
    private final List<Runnable> heldBack = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private @Nullable String open;
    private @Nullable String ownId;

    HeadingStage(HtmlStreamEventReceiver next) {
        super(next);
    }

    List<Heading> outline() {
        return outline;
    }

    /** The ids of all elements. */
    Set<String> ids() {
        return slugs.taken();
    }

    @Override
    public void openTag(String element, List<String> attributes) {
        if (open == null && isHeading(element)) {
            open = element;
            ownId = Attributes.of(attributes).get("id");
        } else {
            // A copy: the sanitiser reuses its list.
            List<String> own = List.copyOf(attributes);
            forward(() -> super.openTag(element, withSafeId(own)));
        }
    }

    @Override
    public void closeTag(String element) {
        if (element.equals(open)) {
            open = null;
            write(element);
        } else {
            forward(() -> super.closeTag(element));
        }
    }

    @Override
    public void text(String more) {
        if (open != null) {
            text.append(more);
        }
        forward(() -> super.text(more));
    }

    private static boolean isHeading(String element) {
        return element.length() == 2
                && element.charAt(0) == 'h'
                && element.charAt(1) >= '1'
                && element.charAt(1) <= '6';
    }

    private void forward(Runnable event) {
        if (open == null) {
            event.run();
        } else {
            heldBack.add(event);
        }
    }

    private void write(String element) {
        String title = text.toString().strip();
        String id = ownId != null && slugs.take(ownId) ? ownId : slugs.forHeading(title);
        super.openTag(element, List.of("id", id));
        heldBack.forEach(Runnable::run);
        super.openTag(
                "a", List.of("class", "anchor", "href", "#" + id, "aria-label", Labels.of("rendering.label.section")));
        super.text("#");
        super.closeTag("a");
        super.closeTag(element);
        outline.add(new Heading(element.charAt(1) - '0', id, title));
        heldBack.clear();
        text.setLength(0);
    }

    /**
     * Prefixes ids of links and images. There an id could replace a script's variable and bring a URL into it (DOM
     * clobbering); no script uses a variable with this prefix. Ids of elements without a URL are harmless.
     */
    private List<String> withSafeId(List<String> written) {
        if (!written.contains("id")) {
            return written;
        }
        Attributes attributes = Attributes.of(written);
        String id = attributes.remove("id");
        boolean hasValue = attributes.get("href") != null || attributes.get("src") != null;
        // References to footnotes are links as well; their ids are ours.
        if (id != null && hasValue && !id.startsWith("fnref")) {
            id = "user-" + id;
        }
        return id != null && slugs.take(id) ? attributes.with("id", id).list() : attributes.list();
    }
}
