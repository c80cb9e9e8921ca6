package io.commonplace.transfer;

import java.util.Map;

/** The number of pages or files by what an import does with them. */
public record ImportCounts(long created, long updated, long unchanged, long failed) {
    static ImportCounts of(Map<ImportFile.Outcome, Long> counts) {
        return new ImportCounts(
                counts.getOrDefault(ImportFile.Outcome.CREATED, 0L),
                counts.getOrDefault(ImportFile.Outcome.UPDATED, 0L),
                counts.getOrDefault(ImportFile.Outcome.UNCHANGED, 0L),
                counts.getOrDefault(ImportFile.Outcome.FAILED, 0L));
    }

    long all() {
        return created + updated + unchanged + failed;
    }

    boolean isWithoutChange() {
        return created + updated + failed == 0;
    }
}
