package io.commonplace.transfer;

import org.jspecify.annotations.Nullable;

/** A page of a {@link SampleSpace}. */
record SamplePage(
        String path,
        String sourcePath,
        String title,
        String markdown,
        @Nullable Long parentId) {}
