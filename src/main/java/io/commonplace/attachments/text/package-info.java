/**
 * The text inside files. {@link io.commonplace.attachments.text.Extractor} reads it in a process of its own,
 * {@link io.commonplace.attachments.text.ExtractionJob} does that for all new files, and
 * {@link io.commonplace.attachments.text.FileTexts} gives it to the search. Out of scope: how text is found ({@code search}),
 * and the parsers, which are the program in the folder {@code extractor}.
 */
@NullMarked
package io.commonplace.attachments.text;

import org.jspecify.annotations.NullMarked;
