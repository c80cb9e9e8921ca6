package io.commonplace.transfer.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttachmentHeaderTest {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "docs.zip, attachment; filename=\"docs.zip\"; filename*=UTF-8''docs.zip",
                "größe.zip, attachment; filename=\"gro_e.zip\"; filename*=UTF-8''gr%C3%B6%C3%9Fe.zip",
                "日本語.zip, attachment; filename=\"_.zip\"; filename*=UTF-8''%E6%97%A5%E6%9C%AC%E8%AA%9E.zip",
                "a\"b\\c;d.zip, attachment; filename=\"a_b_c_d.zip\"; filename*=UTF-8''a%22b%5Cc%3Bd.zip"
            })
    void theNameIsThereForOldProgramsAndForAllOthers(String name, String header) {
        assertThat(AttachmentHeader.of(name)).isEqualTo(header);
    }
}
