package io.commonplace.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When the database disk counts as nearly full, with a reserve of 500 MB. */
class DiskTest {
    @ParameterizedTest
    @CsvSource({"499, 0, 1", "500, 0, 0", "599, 1, 1", "600, 1, 0", "20, 1, 1", "90000, 0, 0"})
    void itStartsBelowTheReserveAndEndsAFifthAboveIt(String free, String was, String now) throws Exception {
        assertThat(run(free, "disk_reserve=500m; disk_nearly_full " + was)).isEqualTo(now + "\n");
    }

    @Test
    void theReserveCanBeInGigabytes() throws Exception {
        assertThat(run("2047", "disk_reserve=2g; disk_nearly_full 0")).isEqualTo("1\n");
    }

    @Test
    void ofSeveralDisksTheFullestCounts() throws Exception {
        assertThat(run("700M\\n   90M\\n800", "disk_free")).isEqualTo("90\n");
    }

    @Test
    void anUnreadableDiskIsNotReportedAsFull() throws Exception {
        assertThat(run("", "disk_reserve=500m; disk_nearly_full 0 || echo unknown"))
                .isEqualTo("unknown\n");
    }

    /** @param free what {@code df} prints below its heading */
    private static String run(String free, String command) throws Exception {
        return new Shell(Map.of("PATH", System.getenv("PATH"), "COMMONPLACE_DATA", "target"))
                .script("""
                        #!/bin/bash
                        set -euo pipefail
                        . database/disk.sh
                        df() { printf 'Avail\\n__FREE__M\\n'; }
                        """.replace("__FREE__", free) + command + "\n", Path.of("."))
                .out();
    }
}
