package io.commonplace.search;

/**
 * How often people have searched for a text.
 *
 * @param withoutPages how often they found nothing
 * @param withoutClick how often they found something, but opened no result
 */
public record SearchFrequency(String text, int searches, int withoutPages, int withoutClick) {}
