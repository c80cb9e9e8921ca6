package io.commonplace.wrong.rendering;

import io.commonplace.wrong.pages.CircularPage;

/** Rendering that knows pages. */
public record UpwardRenderer(CircularPage page) {}
