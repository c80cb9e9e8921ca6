package io.commonplace.rendering;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
    private static final Pattern SIZE = Pattern.compile("([0-9]{1,5})(?:x([0-9]{1,5}))?");
    private static final int MAX_LISTED = 10_000;
    /** Links between a footnote and its number, which nobody has written. */
    private static final Pattern FOOTNOTE = Pattern.compile("#fn(?:ref)?-.*");

    private final LinkResolver links;
    private final Set<String> broken = new HashSet<>();
    private final Set<RenderedLink> all = new LinkedHashSet<>();
    private final StringBuilder linkText = new StringBuilder();
    private boolean inLink;
    /** The address of the open link, if a browser can't open it. */
    private @Nullable String unsupported;

    LinkStage(HtmlStreamEventReceiver next, LinkResolver links) {
        super(next);
        this.links = links;
    }

    /** The attribute that holds an element's destination; null if the element is not a link. */
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

    /** Each link once, in the order of the text. */
    List<RenderedLink> all() {
        return List.copyOf(all);
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
    public void text(String text) {
        if (inLink) {
            linkText.append(text);
        }
        super.text(text);
    }

    @Override
    public void closeTag(String element) {
        Budget.check();
        super.closeTag(element);
        if (element.equals("a")) {
            inLink = false;
            showUnsupported();
        }
    }

    private void showUnsupported() {
        String address = unsupported;
        unsupported = null;
        if (address != null && linkText.indexOf(address) < 0) {
            super.text(" (" + address + ")");
        }
    }

    private void openLink(Attributes link) {
        inLink = true;
        linkText.setLength(0);
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
        list(destination);
        switch (Destination.of(destination)) {
            case INTERNAL -> resolve(link, links.page(destination), destination);
            case WIKI -> resolveWiki(link, Destination.wikiTarget(destination));
            case WEB ->
                link.with("href", Destination.percentEncoded(destination))
                        .with("class", "external")
                        .with("rel", "noopener noreferrer");
            case FRAGMENT -> link.with("href", address(destination));
            case CONTACT -> link.with("href", Destination.percentEncoded(destination));
            case UNSUPPORTED -> {
                unsupported = shortened(destination);
                resolve(link, Optional.empty(), shortened(destination));
            }
        }
    }

    private void list(String destination) {
        switch (Destination.of(destination)) {
            case INTERNAL -> list(RenderedLink.Kind.INSIDE, destination, false);
            case WIKI -> {
                String target = Destination.wikiTarget(destination);
                list(target.startsWith("#") ? RenderedLink.Kind.SECTION : RenderedLink.Kind.WIKI, target, true);
            }
            case FRAGMENT -> {
                if (destination.length() > 1 && !FOOTNOTE.matcher(destination).matches()) {
                    list(RenderedLink.Kind.SECTION, destination, false);
                }
            }
            case WEB, CONTACT -> list(RenderedLink.Kind.OUTSIDE, destination, false);
            case UNSUPPORTED -> list(RenderedLink.Kind.UNSUPPORTED, shortened(destination), false);
        }
    }

    private void list(RenderedLink.Kind kind, String written, boolean namesHeading) {
        if (all.size() < MAX_LISTED) {
            all.add(new RenderedLink(kind, written, Fragment.of(written, namesHeading)));
        }
    }

    private void resolveWiki(Attributes link, String target) {
        Optional<String> href = target.startsWith("#") ? Optional.of(target) : links.wiki(target);
        resolve(link, href.map(found -> Fragment.resolved(found, true)), "[[" + target + "]]");
    }

    private void resolve(Attributes link, Optional<String> href, String written) {
        if (href.isPresent()) {
            href.filter(found -> !found.isBlank()).ifPresent(found -> link.with("href", address(found)));
        } else {
            listBroken(written);
            link.with("class", "broken").with("title", Labels.of("rendering.label.brokenLink", written));
        }
    }

    private static String address(String href) {
        return Destination.percentEncoded(Fragment.resolved(href, false));
    }

    private void image(Attributes image) {
        String source = Destination.trimmed(image.get("src", ""));
        String text = image.get("alt", "");
        if (Destination.of(source) != Destination.WEB) {
            list(source);
        }
        switch (Destination.of(source)) {
            case INTERNAL -> image(image, links.image(source), source);
            case WIKI -> wikiImage(image, source);
            case WEB -> linkTo(source, text.isBlank() ? source : text);
            case UNSUPPORTED -> notShown(source, text);
            case FRAGMENT, CONTACT -> noImage(source, text.isBlank() ? source : text);
        }
    }

    private void image(Attributes image, Optional<String> href, String written) {
        if (href.isPresent()) {
            image.with("src", Destination.percentEncoded(href.get())).with("loading", "lazy");
            image.remove("class");
            super.openTag("img", image.list());
        } else {
            String text = image.get("alt", "");
            noImage(written, text.isBlank() ? written : text);
        }
    }

    /** {@code ![[a.png|120]]} or {@code ![[a.png|120x80]]}; other text after the line describes the picture. */
    private void wikiImage(Attributes image, String source) {
        String target = Destination.wikiTarget(source);
        Matcher size = SIZE.matcher(Destination.wikiSize(source));
        if (size.matches()) {
            image.with("width", size.group(1)).with("alt", target);
            if (size.group(2) != null) {
                image.with("height", size.group(2));
            }
        }
        image(image, links.wiki(target), "![[" + target + "]]");
    }

    private void notShown(String source, String text) {
        String shown = shortened(source);
        noImage(shown, text.isBlank() ? shown : text + " (" + shown + ")");
    }

    private void noImage(String source, String text) {
        if (source.isEmpty()) {
            super.text(text);
            return;
        }
        listBroken(source);
        Attributes mark =
                Attributes.of(List.of("class", "broken", "title", Labels.of("rendering.label.missingImage", source)));
        super.openTag("span", mark.list());
        super.text(text);
        super.closeTag("span");
    }

    /** The destination as {@link #broken} has it, if it leads nowhere. */
    static String shown(String destination, boolean isImage) {
        String written = Destination.trimmed(destination);
        return switch (Destination.of(written)) {
            case WIKI -> (isImage ? "![[" : "[[") + Destination.wikiTarget(written) + "]]";
            case UNSUPPORTED -> shortened(written);
            case INTERNAL, FRAGMENT, WEB, CONTACT -> written;
        };
    }

    private void listBroken(String written) {
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
        } else {
            list(source);
            notShown(source, embedded.get("title", ""));
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
