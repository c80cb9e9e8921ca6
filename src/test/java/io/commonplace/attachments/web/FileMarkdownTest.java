package io.commonplace.attachments.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.commonplace.attachments.AttachmentHead;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileMarkdownTest {
    @ParameterizedTest
    @CsvSource({
        "cat.png, image/png, ![cat](cat.png)",
        "my cat (1).png, image/png, ![my cat (1)](<my cat (1).png>)",
        "plan.pdf, application/pdf, [plan.pdf](plan.pdf)",
        "100%.csv, text/csv, [100%.csv](100%25.csv)",
        "C# & F#.pdf, application/pdf, [C\\# & F\\#.pdf](<C%23 & F%23.pdf>)",
        "why?.pdf, application/pdf, [why?.pdf](why%3F.pdf)",
        "notes: today.pdf, application/pdf, [notes: today.pdf](<notes%3A today.pdf>)",
        "a&copy;.pdf, application/pdf, [a\\&copy;.pdf](a%26copy;.pdf)",
        "a_b[c].txt, text/plain, [a\\_b\\[c\\].txt](a_b[c].txt)",
    })
    void aPictureIsShownAndAnythingElseIsLinked(String name, String mediaType, String markdown) {
        assertThat(FileMarkdown.of(new AttachmentHead(1, 1, "folder/" + name, name, mediaType, 1, "0".repeat(64))))
                .isEqualTo(markdown);
    }
}
