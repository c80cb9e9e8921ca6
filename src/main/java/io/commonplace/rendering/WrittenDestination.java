package io.commonplace.rendering;

/**
 * A destination as it stands in a page's source.
 *
 * @param start in the source
 * @param end exclusive
 * @param destination what is meant, without escapes; one of {@link ParsedPage#destinations()}
 */
public record WrittenDestination(int start, int end, String destination) {}
