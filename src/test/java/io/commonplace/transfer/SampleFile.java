package io.commonplace.transfer;

import org.jspecify.annotations.Nullable;

/** A file of a {@link SampleSpace}. */
record SampleFile(String path, byte[] bytes, @Nullable Long pageId) {}
