package io.commonplace.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MovedPathsTest {
    @Test
    void atTheTopAllPathsStay() {
        assertThat(new MovedPaths("", List.of("a/b", "a/c")).of("a/b")).isEqualTo("a/b");
    }

    @Test
    void anExportedTreeComesBelowAPageWithoutWhatWasAbove() {
        MovedPaths moved = new MovedPaths("archive", List.of("team/ops/x", "team/ops"));

        assertThat(moved.of("team/ops")).isEqualTo("archive/ops");
        assertThat(moved.of("team/ops/x")).isEqualTo("archive/ops/x");
        assertThat(moved.of("team/ops/p.png")).isEqualTo("archive/ops/p.png");
        assertThat(moved.of("elsewhere/p.png")).isEqualTo("archive/elsewhere/p.png");
    }

    @Test
    void aWholeSpaceComesBelowAPageAsItIs() {
        MovedPaths moved = new MovedPaths("archive", List.of("", "team", "team/ops"));

        assertThat(moved.of("team/ops")).isEqualTo("archive/team/ops");
        assertThat(moved.of("")).as("no page's path").isEqualTo("archive/");
    }
}
