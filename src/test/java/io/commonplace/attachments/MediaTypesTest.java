package io.commonplace.attachments;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MediaTypesTest {
    @ParameterizedTest
    @CsvSource({
        "a.png, b.PNG, true",
        "a.jpg, b.jpeg, true",
        "a.docx, b.docx, true",
        "Makefile, LICENSE, true",
        "a.png, b.jpg, false",
        "a.docx, b.xlsx, false",
        "a.svg, b.html, false",
        "a.html, b, false",
    })
    void aFileTakesThePlaceOfOneOfItsKindOnly(String one, String other, boolean same) {
        assertThat(MediaTypes.isSameKind(one, other)).isEqualTo(same);
        assertThat(MediaTypes.isSameKind(other, one)).isEqualTo(same);
    }
}
