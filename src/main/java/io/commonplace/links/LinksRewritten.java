package io.commonplace.links;

/**
 * The program has made a revision of a page, in which links lead to the new addresses of their targets.
 *
 * @param before the number of the revision before it
 */
public record LinksRewritten(long pageId, int before) {}
