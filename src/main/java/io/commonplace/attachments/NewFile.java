package io.commonplace.attachments;

import org.jspecify.annotations.Nullable;

/**
 * A place for a file.
 *
 * @param id for a new file, if there is none at the path
 * @param pageId the page that lists it; null for none
 */
public record NewFile(
        long id, long spaceId, String path, @Nullable Long pageId) {}
