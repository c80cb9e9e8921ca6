package io.commonplace.search;

import io.commonplace.pages.SpaceHead;

/** How many results are in a space. */
public record SpaceCount(SpaceHead space, int count) {}
