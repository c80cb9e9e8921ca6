package io.commonplace.transfer;

import java.time.Instant;
import java.util.List;

/**
 * An archive that can be downloaded.
 *
 * @param personId who has asked for it
 * @param spaceIds the spaces that it shows something of
 * @param listedAt the instant that it shows
 * @param size in bytes
 */
public record ExportedArchive(
        long personId, List<Long> spaceIds, String fileName, Instant listedAt, long size, List<ExportPart> parts) {}
