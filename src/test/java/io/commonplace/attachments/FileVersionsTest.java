package io.commonplace.attachments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class FileVersionsTest {
    private static final AttachmentHead FILE =
            new AttachmentHead(7, 1, "docs/plan.pdf", "plan.pdf", "application/pdf", 20, hash('b'));

    @Test
    void theNewestStoredVersionIsTheCurrentOne() {
        List<FileVersionHead> stored = List.of(version(2, 'b'), version(1, 'a'));

        assertThat(FileVersions.withCurrent(FILE, stored, 10)).isEqualTo(stored);
    }

    @Test
    void aContentThatWasStoredWithoutAVersionIsListedAsOneOfNobody() {
        List<FileVersionHead> all = FileVersions.withCurrent(FILE, List.of(version(3, 'a')), 10);

        assertThat(all).extracting(FileVersionHead::number).containsExactly(4, 3);
        assertThat(all.get(0)).isEqualTo(new FileVersionHead(4, 20, hash('b'), "", null, null));
    }

    @Test
    void aFileThatIsOlderThanVersionsHasOne() {
        assertThat(FileVersions.withCurrent(FILE, List.of(), 10))
                .extracting(FileVersionHead::number)
                .containsExactly(1);
    }

    @Test
    void aVersionHasAnAddressAndTheFilesCurrentName() {
        FileVersionHead version = version(3, 'a');

        assertThat(version.href(FILE)).isEqualTo("/files/7/versions/3/plan.pdf");
        assertThat(version.of(FILE).hash()).isEqualTo(hash('a'));
        assertThat(version.of(FILE).mediaType()).isEqualTo("application/pdf");
    }

    private static FileVersionHead version(int number, char content) {
        return new FileVersionHead(number, 10, hash(content), "Ada", Instant.EPOCH, null);
    }

    private static String hash(char content) {
        return String.valueOf(content).repeat(64);
    }
}
