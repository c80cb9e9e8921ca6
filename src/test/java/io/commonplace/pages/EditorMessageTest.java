package io.commonplace.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EditorMessageTest {
    @Test
    void anOpenEditorKeepsItsForm() {
        EditorMessage open = new EditorMessage(true, 12, 7);
        assertThat(open).hasToString("open 12 7");
        assertThat(EditorMessage.parse("open 12 7")).isEqualTo(open);
    }

    @Test
    void aClosedEditorKeepsItsForm() {
        EditorMessage closed = new EditorMessage(false, 12, 7);
        assertThat(closed).hasToString("closed 12 7");
        assertThat(EditorMessage.parse("closed 12 7")).isEqualTo(closed);
    }
}
