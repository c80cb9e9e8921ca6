package io.commonplace.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalPathTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/s/handbook/on-call/",
                "/s/handbook/a%20b",
                "/files/1/0123456789ab/100%25.png",
                "/files/1/0123456789ab/a%3Bb.xhtml",
                "/s/handbook/%D0%B1",
                "/.hidden/..b/c..",
                "/a+b@c:d,e=f&g!$'()*~"
            })
    void pathsOfThisSiteAreCanonical(String path) {
        assertThat(CanonicalPath.is(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*",
                "live",
                "/live;x/jobs/1",
                "/live/jobs;x/1",
                "/a//b",
                "//a",
                "/a/./b",
                "/a/..",
                "/.",
                "/%2e%2E/b",
                "/.%2e",
                "/a%2fb",
                "/a%2Fb",
                "/a%5cb",
                "/a\\b",
                "/a%00",
                "/a%0a",
                "/a%1F",
                "/a%7f",
                "/x%",
                "/x%4",
                "/x%zz",
                "/%u006d",
                "/%ff",
                "/%c0%af",
                "/%D0",
                "/ü"
            })
    void pathsWithTwoReadingsAreNot(String path) {
        assertThat(CanonicalPath.is(path)).isFalse();
    }
}
