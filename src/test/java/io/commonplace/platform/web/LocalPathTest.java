package io.commonplace.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalPathTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/s/handbook/on-call",
                "/s/handbook/a%20b?x=1&y=%2F%2Fevil#part",
                "/login?to=/",
                "/a//b",
                "/a:b",
                "/%2F/evil.example"
            })
    void aPathOfThisSiteIsKept(String path) {
        assertThat(LocalPath.orHome(path)).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "home",
                "//evil.example",
                "///evil.example",
                "/\\evil.example",
                "\\\\evil.example",
                "/..//evil.example",
                "/.//evil.example",
                "/%2E%2e//evil.example",
                "/\t/evil.example",
                "/\n/evil.example",
                " //evil.example",
                "https://evil.example/",
                "https:/evil.example",
                "javascript:alert(1)",
                "data:text/html,x",
                "/%zz",
                "/a b",
                "/a\r\nSet-Cookie: x=y",
                "/ü"
            })
    void anythingElseLeadsHome(String path) {
        assertThat(LocalPath.orHome(path)).isEqualTo("/");
    }

    @Test
    void noPathLeadsHome() {
        assertThat(LocalPath.orHome(null)).isEqualTo("/");
    }
}
