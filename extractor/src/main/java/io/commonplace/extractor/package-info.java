/**
 * The program that reads the text of one file, {@link io.commonplace.extractor.ExtractText}. It runs in a process of its own,
 * because a file may be made to take all of the memory and the time there is. Out of scope: the limits of that process, which
 * {@code run} and the caller set.
 */
package io.commonplace.extractor;
