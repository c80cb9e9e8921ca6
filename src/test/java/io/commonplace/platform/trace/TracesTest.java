package io.commonplace.platform.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import org.junit.jupiter.api.Test;

class TracesTest {
    @Test
    void switchedOffNoSpanIsCreated() {
        assertThat(Traces.request("GET", "view"))
                .isSameAs(Traces.step("import", "pages"))
                .isSameAs(Traces.part("save"))
                .isSameAs(Traces.from("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"));
        assertThat(Traces.traceParent()).isEmpty();
    }

    @Test
    void switchedOffAttributesAreIgnored() {
        try (Traced traced = Traces.request("GET", "view")) {
            traced.with("http.status_code", 200);
            traced.done();
            assertThat(Span.current().getSpanContext().isValid()).isFalse();
        }
    }
}
