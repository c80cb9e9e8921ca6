package io.commonplace.pages.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class OtherEditorsTest {
    @Test
    void fewPeopleAreNamed() {
        assertThat(OtherEditors.text(List.of())).isEmpty();
        assertThat(OtherEditors.text(List.of("Ann"))).isEqualTo("Ann is editing this page too.");
        assertThat(OtherEditors.text(List.of("Ann", "Ben"))).isEqualTo("Ann and Ben are editing this page too.");
        assertThat(OtherEditors.text(List.of("Ann", "Ben", "Cleo", "Dan", "Eve")))
                .isEqualTo("Ann, Ben, Cleo, Dan and Eve are editing this page too.");
    }

    @Test
    void ofManyTheRestIsCounted() {
        assertThat(OtherEditors.text(List.of("Ann", "Ben", "Cleo", "Dan", "Eve", "Fay", "Gus")))
                .isEqualTo("Ann, Ben, Cleo, Dan, Eve and 2 more are editing this page too.");
    }

    @Test
    void aNameMayHaveBraces() {
        assertThat(OtherEditors.text(List.of("{0}"))).isEqualTo("{0} is editing this page too.");
    }
}
