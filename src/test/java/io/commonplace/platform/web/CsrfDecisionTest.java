package io.commonplace.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsrfDecisionTest {
    private static final String HOST = "wiki.example:8080";

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE", "post", "ANYTHING"})
    void methodsThatAreNotKnownToBeSafeAreUnsafe(String method) {
        assertThat(CsrfDecision.isUnsafe(method)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "OPTIONS"})
    void readingIsSafe(String method) {
        assertThat(CsrfDecision.isUnsafe(method)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"same-origin", "none"})
    void ourOwnPagesAndTheAddressBarAreSameOrigin(String site) {
        assertThat(new CsrfDecision(site, null, HOST).mayBeSameOrigin()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site", "", "Same-Origin "})
    void otherSitesAreRefusedEvenWithOurOrigin(String site) {
        assertThat(new CsrfDecision(site, "http://" + HOST, HOST).mayBeSameOrigin())
                .isFalse();
    }

    @Test
    void withoutFetchMetadataTheOriginDecides() {
        assertThat(new CsrfDecision(null, "http://" + HOST, HOST).mayBeSameOrigin())
                .isTrue();
        assertThat(new CsrfDecision(null, "https://" + HOST, HOST).mayBeSameOrigin())
                .isTrue();
        assertThat(new CsrfDecision(null, "http://wiki.example", HOST).mayBeSameOrigin())
                .isFalse();
        assertThat(new CsrfDecision(null, "http://evil.example", HOST).mayBeSameOrigin())
                .isFalse();
        assertThat(new CsrfDecision(null, "http://evil.example/" + HOST, HOST).mayBeSameOrigin())
                .isFalse();
        assertThat(new CsrfDecision(null, "null", HOST).mayBeSameOrigin()).isFalse();
        assertThat(new CsrfDecision(null, "null", null).mayBeSameOrigin()).isFalse();
    }

    @Test
    void aProgramWithoutTheseHeadersMayBeSameOrigin() {
        assertThat(new CsrfDecision(null, null, HOST).mayBeSameOrigin()).isTrue();
        assertThat(new CsrfDecision(null, null, HOST).isSameOrigin()).isFalse();
        assertThat(new CsrfDecision(null, "http://" + HOST, HOST).isSameOrigin())
                .isTrue();
        assertThat(new CsrfDecision("cross-site", null, HOST).isSameOrigin()).isFalse();
    }

    @Test
    void aTokenMustBeTheExpectedOne() {
        assertThat(CsrfDecision.matches("abc", "abc")).isTrue();
        assertThat(CsrfDecision.matches("abc", "abd")).isFalse();
        assertThat(CsrfDecision.matches("abc", "")).isFalse();
        assertThat(CsrfDecision.matches("abc", null)).isFalse();
    }

    @Test
    void whereNoTokenIsExpectedNoneIsRight() {
        assertThat(CsrfDecision.matches(null, null)).isFalse();
        assertThat(CsrfDecision.matches(null, "abc")).isFalse();
    }
}
