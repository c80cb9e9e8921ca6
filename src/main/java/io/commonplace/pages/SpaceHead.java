package io.commonplace.pages;

/**
 * A space, as readers need it.
 *
 * @param slug the space's name in addresses: lower-case letters, digits and hyphens
 * @param treeGeneration grows when the page tree has changed at many places at once
 */
public record SpaceHead(long id, String slug, String name, String description, long treeGeneration) {
    /** The space's address in the site. */
    public String href() {
        return "/s/" + slug;
    }

    /** A page's address in the site. */
    public String href(String path) {
        return path.isEmpty() ? href() : href() + "/" + PagePath.encode(path);
    }
}
