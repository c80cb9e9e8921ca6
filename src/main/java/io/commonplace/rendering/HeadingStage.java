package io.commonplace.rendering;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.owasp.html.HtmlStreamEventReceiver;
import org.owasp.html.HtmlStreamEventReceiverWrapper;

/**
 * Gives headings an id and a link to it, and keeps all ids of a page apart. What stands in a heading waits until the
 * heading ends, since its text makes its id, unless raw HTML gave it one.
 */
final class HeadingStage extends HtmlStreamEventReceiverWrapper {
    private final Slugs slugs = new Slugs();
    private final List<Heading> outline = new ArrayList<>();
    private final List<Runnable> waiting = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private @Nullable String open;
    private @Nullable String ownId;

    HeadingStage(HtmlStreamEventReceiver next) {
        super(next);
    }

    List<Heading> outline() {
        return outline;
    }

    @Override
    public void openTag(String element, List<String> attributes) {
        if (open == null && isHeading(element)) {
            open = element;
            ownId = Attributes.of(attributes).get("id");
        } else {
            // The sanitiser uses its list again.
            List<String> own = List.copyOf(attributes);
            now(() -> super.openTag(element, withSafeId(own)));
        }
    }

    @Override
    public void closeTag(String element) {
        if (element.equals(open)) {
            open = null;
            write(element);
        } else {
            now(() -> super.closeTag(element));
        }
    }

    @Override
    public void text(String more) {
        if (open != null) {
            text.append(more);
        }
        now(() -> super.text(more));
    }

    private static boolean isHeading(String element) {
        return element.length() == 2
                && element.charAt(0) == 'h'
                && element.charAt(1) >= '1'
                && element.charAt(1) <= '6';
    }

    private void now(Runnable event) {
        if (open == null) {
            event.run();
        } else {
            waiting.add(event);
        }
    }

    private void write(String element) {
        String title = text.toString().strip();
        String id = ownId != null && slugs.take(ownId) ? ownId : slugs.forHeading(title);
        super.openTag(element, List.of("id", id));
        waiting.forEach(Runnable::run);
        super.openTag("a", List.of("class", "anchor", "href", "#" + id, "aria-label", "Link to this section"));
        super.text("#");
        super.closeTag("a");
        super.closeTag(element);
        outline.add(new Heading(element.charAt(1) - '0', id, title));
        waiting.clear();
        text.setLength(0);
    }

    /**
     * An id on an element without a value is as harmless as a heading's. On a link or an image it could stand in for a
     * variable of a script and carry a URL into it (DOM clobbering), so there it gets a prefix that nobody looks for.
     */
    private List<String> withSafeId(List<String> written) {
        if (!written.contains("id")) {
            return written;
        }
        Attributes attributes = Attributes.of(written);
        String id = attributes.remove("id");
        boolean hasValue = attributes.get("href") != null || attributes.get("src") != null;
        // The footnotes' own references are links, too.
        if (id != null && hasValue && !id.startsWith("fnref")) {
            id = "user-" + id;
        }
        return id != null && slugs.take(id) ? attributes.with("id", id).list() : attributes.list();
    }
}
