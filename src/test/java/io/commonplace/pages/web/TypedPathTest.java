package io.commonplace.pages.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.commonplace.pages.SpaceHead;
import io.commonplace.platform.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypedPathTest {
    private static final SpaceHead SPACE = new SpaceHead(1, "ops", "Operations", "", 1);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "on-call/übergabe",
                " /on-call/übergabe/ ",
                "/s/ops/on-call/%C3%BCbergabe",
                "https://wiki.example.org:8080/s/ops/on-call/%C3%BCbergabe?x#who",
                "On-Call/Übergabe.md"
            })
    void aPageIsNamedByItsPathOrItsAddress(String typed) {
        assertThat(TypedPath.of(SPACE, typed)).isEqualTo("on-call/übergabe");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "/", "/s/ops", "/s/ops/", "http://localhost/s/ops"})
    void anEmptyPathOrTheSpaceIsTheTop(String typed) {
        assertThat(TypedPath.of(SPACE, typed)).isEmpty();
    }

    @Test
    void theAddressOfAnotherSpaceIsRefused() {
        assertThatThrownBy(() -> TypedPath.of(SPACE, "/s/opsec/page")).isInstanceOf(Refusal.class);
    }
}
