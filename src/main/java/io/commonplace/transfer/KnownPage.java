package io.commonplace.transfer;

/** A page that the space has already. @param sourcePath the file that it was last imported from, or a made-up one */
record KnownPage(long id, String path, String sourcePath, String title) {}
