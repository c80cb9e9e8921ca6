package io.commonplace.search;

import java.time.Instant;

/** A page as the index has it. */
public record IndexedPage(long id, long spaceId, String path, String title, String changedByName, Instant changedAt) {}
