package io.commonplace.attachments.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileTextsTest {
    @Test
    void shortTextsLeaveTheirShareToLongOnes() {
        assertThat(FileTexts.shares(List.of(file(1, 500), file(2, 10), file(3, 90)), 300))
                .isEqualTo(Map.of(1L, 200, 2L, 10, 3L, 90));
        assertThat(FileTexts.shares(List.of(file(1, 500), file(2, 10), file(3, 900)), 100))
                .isEqualTo(Map.of(1L, 45, 2L, 10, 3L, 45));
        assertThat(FileTexts.shares(List.of(), 100)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.pdf", "img/Budget.XLSX", "notes.txt"})
    void aDocumentIsKnownByItsName(String name) {
        assertThat(Documents.isDocument(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.png", "pdf.zip", "a.pdf/b", ""})
    void otherFilesHaveNoText(String name) {
        assertThat(Documents.isDocument(name)).isFalse();
    }

    private static FileTextQueries.StoredText file(long id, int characters) {
        return new FileTextQueries.StoredText(id, "name", "hash", characters);
    }
}
