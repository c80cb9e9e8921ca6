package io.commonplace.search;

/** How often people have searched for a text, and how often they found nothing. */
public record SearchFrequency(String text, int searches, int withoutPages) {}
