package io.commonplace.wrong.pages;

import io.commonplace.wrong.rendering.UpwardRenderer;
import org.jspecify.annotations.Nullable;

/** A page that knows a renderer, which knows it. */
public record CircularPage(@Nullable UpwardRenderer renderer) {}
