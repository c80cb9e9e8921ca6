package io.commonplace.transfer;

/** The title and text that a page had before an import. */
record FormerRevision(String title, String markdown) {}
