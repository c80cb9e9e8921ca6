package io.commonplace.rendering;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.owasp.html.HtmlStreamEventReceiver;
import org.owasp.html.HtmlStreamEventReceiverWrapper;

/**
 * Resolves links and images. It runs before the policy, so the policy also checks the resolved addresses.
 *
 * <p>Pages send no request to another host: an image of another site becomes a link, as does a frame or a video.
 */
final class LinkStage extends HtmlStreamEventReceiverWrapper {
    private static final int MAX_SHOWN_CHARS = 60;
    private static final int MAX_LISTED = 1_000;

    private final LinkResolver links;
    private final Set<String> broken = new HashSet<>();
    private boolean inLink;

    LinkStage(HtmlStreamEventReceiver next, LinkResolver links) {
        super(next);
        this.links = links;
    }

    /** The attribute that holds an element's destination; null if the element is no link. */
    static @Nullable String urlAttribute(String element) {
        return switch (element) {
            case "a" -> "href";
            case "img", "iframe", "video", "audio" -> "src";
            default -> null;
        };
    }

    Set<String> broken() {
        return broken;
    }

    @Override
    public void openTag(String element, List<String> attributes) {
        Budget.check();
        switch (element) {
            case "a" -> openLink(Attributes.of(attributes));
            case "img" -> image(Attributes.of(attributes));
            case "iframe", "video", "audio" -> {
                embedded(Attributes.of(attributes));
                super.openTag(element, attributes);
            }
            default -> super.openTag(element, attributes);
        }
    }

    @Override
    public void closeTag(String element) {
        Budget.check();
        if (element.equals("a")) {
            inLink = false;
        }
        super.closeTag(element);
    }

    private void openLink(Attributes link) {
        inLink = true;
        String name = link.remove("name");
        if (name != null && link.get("id") == null) {
            link.with("id", name);
        }
        String href = link.remove("href");
        if (href != null) {
            resolve(link, Destination.trimmed(href));
        }
        super.openTag("a", link.list());
    }

    private void resolve(Attributes link, String destination) {
        switch (Destination.of(destination)) {
            case INTERNAL -> resolve(link, links.page(destination), destination);
            case WIKI -> {
                String target = Destination.wikiTarget(destination);
                resolve(link, links.wiki(target), "[[" + target + "]]");
            }
            case WEB ->
                link.with("href", Destination.percentEncoded(destination))
                        .with("class", "external")
                        .with("rel", "noopener noreferrer");
            case FRAGMENT, CONTACT -> link.with("href", Destination.percentEncoded(destination));
            case UNSUPPORTED -> resolve(link, Optional.empty(), shortened(destination));
        }
    }

    private void resolve(Attributes link, Optional<String> href, String written) {
        if (href.isPresent()) {
            link.with("href", Destination.percentEncoded(href.get()));
        } else {
            list(written);
            link.with("class", "broken").with("title", Labels.of("rendering.label.brokenLink", written));
        }
    }

    private void image(Attributes image) {
        String source = Destination.trimmed(image.get("src", ""));
        String text = image.get("alt", "");
        switch (Destination.of(source)) {
            case INTERNAL -> {
                Optional<String> href = links.image(source);
                if (href.isPresent()) {
                    image.with("src", Destination.percentEncoded(href.get())).with("loading", "lazy");
                    image.remove("class");
                    super.openTag("img", image.list());
                } else {
                    noImage(source, text);
                }
            }
            case UNSUPPORTED -> noImage(shortened(source), text);
            case WEB -> linkTo(source, text.isBlank() ? source : text);
            case FRAGMENT, WIKI, CONTACT -> super.text(text);
        }
    }

    private void noImage(String source, String text) {
        list(source);
        Attributes mark =
                Attributes.of(List.of("class", "broken", "title", Labels.of("rendering.label.missingImage", source)));
        super.openTag("span", mark.list());
        super.text(text.isBlank() ? source : text);
        super.closeTag("span");
    }

    private void list(String written) {
        if (broken.size() < MAX_LISTED) {
            broken.add(written);
        }
    }

    /** Long enough to be found in the source. A data URL of an image has thousands of characters. */
    private static String shortened(String destination) {
        return destination.length() > MAX_SHOWN_CHARS ? destination.substring(0, MAX_SHOWN_CHARS) + "…" : destination;
    }

    private void embedded(Attributes embedded) {
        String source = Destination.trimmed(embedded.get("src", ""));
        Destination kind = Destination.of(source);
        if (kind == Destination.WEB || kind == Destination.INTERNAL) {
            linkTo(source, embedded.get("title", source));
        }
    }

    private void linkTo(String destination, String text) {
        if (inLink) {
            super.text(text);
            return;
        }
        Attributes link = Attributes.of(List.of());
        resolve(link, destination);
        super.openTag("a", link.list());
        super.text(text);
        super.closeTag("a");
    }
}
