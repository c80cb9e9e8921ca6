package io.commonplace.pages;

import java.util.Locale;

/**
 * A space, as readers need it.
 *
 * @param slug the space's name in addresses: lower-case letters, digits and hyphens
 * @param treeGeneration grows when the page tree has changed at many places at once
 * @param language of its pages, ISO 639-1; empty if it is detected for each page
 * @param archived whether it can only be read
 */
public record SpaceHead(
        long id, String slug, String name, String description, long treeGeneration, String language, boolean archived) {
    /** One whose pages may have any language. */
    public SpaceHead(long id, String slug, String name, String description, long treeGeneration) {
        this(id, slug, name, description, treeGeneration, "", false);
    }

    /** @param filter a part of a name, in any case */
    public boolean isNamed(String filter) {
        return name.toLowerCase(Locale.ROOT).contains(filter.toLowerCase(Locale.ROOT));
    }

    /** The space's address in the site. */
    public String href() {
        return "/s/" + slug;
    }

    /** A page's address in the site. */
    public String href(String path) {
        return path.isEmpty() ? href() : href() + "/" + PagePath.encode(path);
    }
}
