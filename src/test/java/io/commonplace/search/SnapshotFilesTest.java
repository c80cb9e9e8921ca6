package io.commonplace.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SnapshotFilesTest {
    @Test
    void theTextOfTheFilesIsReadAsItWasWritten() throws IOException {
        SnapshotFiles files = new SnapshotFiles(Map.of("segments_2a", 5L, "_0.cfs", 7L, "_1z_Lucene912_0.doc", 0L));
        assertThat(SnapshotFiles.parse(files.toString())).isEqualTo(files);
        assertThat(files.bytes()).isEqualTo(12);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1 ../evil",
                "1 /etc/passwd",
                "1 _0/../../evil.cfs",
                "1 _0_/../evil.cfs",
                "1 _0.cfs/evil",
                "1 _0\\evil.cfs",
                "1 write.lock",
                "1 segments_",
                "1 pending_segments_1",
                "1 _0.cfs ",
                "1 _0\u0000.cfs",
                "-1 _0.cfs",
                "999999999999999 _0.cfs",
                "_0.cfs",
                ""
            })
    void nothingButFilesOfAnIndexIsTaken(String line) {
        assertThatThrownBy(() -> SnapshotFiles.parse("1 _0.si\n" + line)).isInstanceOf(IOException.class);
    }

    @Test
    void moreFilesThanAnIndexHasAreRefused() {
        String many = "1 _0.si\n".repeat(SnapshotFiles.MAX_FILES + 1) + "1 _0.si";
        assertThatThrownBy(() -> SnapshotFiles.parse(many)).isInstanceOf(IOException.class);
    }
}
