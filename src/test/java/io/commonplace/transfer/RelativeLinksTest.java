package io.commonplace.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.commonplace.pages.RelativePath;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RelativeLinksTest {
    @ParameterizedTest
    @CsvSource({
        "docs/a.md, docs/b.md, b.md",
        "docs/a.md, docs/x/b.md, x/b.md",
        "docs/x/a.md, docs/b.md, ../b.md",
        "docs/x/y/a.md, docs/x/z/b.md, ../z/b.md",
        "docs/x/a.md, docs/x/a.md, a.md",
        "docs/a.md, ops/b.md, ../ops/b.md",
        "docs/a.md, docs/On Call (new).md, On%20Call%20%28new%29.md",
        "docs/a.md, docs/C#.md, C%23.md",
        "docs/a.md, docs/größe.md, größe.md",
        "docs/x/a.md, docs/y/x/b.md, ../y/x/b.md"
    })
    void aTargetIsNamedAsSeenFromThePage(String from, String to, String link) {
        assertThat(RelativePath.between(from, to)).isEqualTo(link);
    }
}
